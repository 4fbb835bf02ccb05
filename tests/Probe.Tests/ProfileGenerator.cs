using System.Net;
using MediaMelon.SessionList.Testing;

namespace Probe.Tests;

/// <summary>Generates random services. The same seed yields the same service.</summary>
internal static class ProfileGenerator
{
    public static EmulatorProfile Create(int seed)
    {
        var random = new Random(seed);
        return new()
        {
            TotalCount = One<CounterMeaning>(),
            PageCount = One<CounterMeaning>(),
            TotalRecords = One<CounterMeaning>(),
            TotalPages = One<CounterMeaning>(),
            Times = One<TimeFormat>(),
            NumbersAsText = Flag(),
            Booleans = One<BooleanFormat>(),
            NoValue = One<NoValueFormat>(),
            UpperCaseStatus = Flag(),
            StartIsInclusive = Flag(),
            EndIsInclusive = Flag(),
            MaxLimit = Choose<int?>(null, null, 50, 100, 250, 500, 1000, 2000),
            FirstOffset = Choose(0, 0, 1),
            DefaultOrder = One<RowOrder>(),
            AcceptsUpperCaseOrder = Flag(),
            SortNeedsColumn = Flag(),
            FilterIgnoresCase = Flag(),
            FilterNeedsColumn = Flag(),
            ConditionNeedsColumn = Flag(),
            OnlyGreaterThan = Flag(),
            CommaJoinsConditions = Flag(),
            UnknownColumns = One<UnknownColumnHandling>(),
            IgnoresInvalidFilter = Flag(),
            WrongKeyStatus = Choose(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest),
            WrongCustomerStatus = Choose(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound),
            ErrorBody = One<ErrorBodyFormat>(),
            AcceptsBearerToken = Flag(),
        };

        T One<T>()
            where T : struct, Enum => Choose(Enum.GetValues<T>());

        T Choose<T>(params T[] values) => values[random.Next(values.Length)];

        bool Flag() => random.Next(2) == 1;
    }
}
