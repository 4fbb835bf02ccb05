using System.Diagnostics.Contracts;
using System.Reflection;

namespace MediaMelon.SessionList.Tests.Query;

/// <summary>A step has no effect if its result is unused. With the attribute, analyzer rule CA1806 reports this.</summary>
public sealed class PureStepTests
{
    public static TheoryData<string> Steps { get; } =
    [
        .. new[] { typeof(SessionQuery), typeof(Metric<>), typeof(Dimension<>) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(IsStep)
            .Select(method => $"{method.DeclaringType!.Name}.{method}"),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Query_step_that_returns_a_new_value_is_marked_as_pure(string step)
    {
        var method = new[] { typeof(SessionQuery), typeof(Metric<>), typeof(Dimension<>) }
            .SelectMany(type => type.GetMethods())
            .Single(method => $"{method.DeclaringType!.Name}.{method}" == step);

        Assert.NotNull(method.GetCustomAttribute<PureAttribute>());
    }

    [Fact]
    public void Query_steps_are_found() => Assert.InRange(Steps.Count, 20, 60);

    private static bool IsStep(MethodInfo method) =>
        method.ReturnType == typeof(SessionQuery)
        || method.ReturnType == typeof(DimensionFilter)
        || method.ReturnType == typeof(MetricCondition);
}
