using static SessionExplorer.Probe.ProbeCheck;

namespace SessionExplorer.Probe;

/// <summary>The steps of the probe in the order of their requests. The request with the wrong credential is the last.</summary>
internal static class ProbePlan
{
    public const int MaxRequests = 20;

    public delegate Task StepAction(ProbeContext context, CancellationToken cancellationToken);

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new(SampleChecks.RunAsync,
            Envelope, Times, Numbers, Booleans, NoValue, ExtraColumns, StatusWords, EndedTime, Compression,
            ProbeCheck.HttpVersion),
        new(PagingChecks.OffsetAsync, Offset),
        new(PagingChecks.LimitAsync, LargestLimit, ResponseTime),
        new(PeriodChecks.BoundariesAsync, PeriodStart, PeriodEnd),
        new(PeriodChecks.StartedAsync, StartedTime, AllStatuses),
        new(SortChecks.DimensionAsync, SortByDimension, Ties),
        new(SortChecks.UpperCaseAsync, UpperCaseOrder),
        new(SortChecks.WithoutColumnAsync, SortWithoutColumn),
        new(FilterChecks.CaseAsync, FilterCase),
        new(FilterChecks.GrammarAsync, FilterAlternatives, FilterGroups, FilterBlanks, FilterUnicode),
        new(FilterChecks.WithoutColumnAsync, FilterWithoutColumn, RawBrackets),
        new(ConditionChecks.AndAsync, ConditionAnd),
        new(ConditionChecks.WithoutColumnAsync, ConditionWithoutColumn),
        new(ConditionChecks.ComparisonsAsync, Comparisons),
        new(RefusalChecks.UnknownColumnAsync, UnknownColumn),
        new(RefusalChecks.InvalidFilterAsync, InvalidFilter),
        new(RefusalChecks.WrongCustomerAsync, WrongCustomer),
        new(PagingChecks.RepeatAsync, Repeat, DefaultOrder, TotalCount, PageCount, TotalRecords, TotalPages),
        new(RefusalChecks.BearerTokenAsync, BearerToken),
        new(ConditionChecks.CommaAsync, ConditionComma),
        new(RefusalChecks.WrongKeyAsync, WrongKey),
    ];

    /// <summary>Runs every step. A step that fails does not affect the others.</summary>
    public static async Task RunAsync(ProbeContext context, Action<int>? progress, CancellationToken cancellationToken)
    {
        foreach (var step in Steps)
        {
            progress?.Invoke(context.Transport.Requests);
            var reason = "the data do not decide it";
            try
            {
                await step.Run(context, cancellationToken);
            }
            catch (ProbeFailedException failure)
            {
                reason = failure.Message;
            }

            foreach (var check in step.Checks.Where(check => !context.IsReported(check)))
                context.AddUnknown(check, reason);
        }
    }

    internal sealed class Step(StepAction run, params string[] checks)
    {
        public StepAction Run => run;

        public IReadOnlyList<string> Checks => checks;
    }
}
