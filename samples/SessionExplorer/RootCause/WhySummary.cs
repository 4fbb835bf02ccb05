using System.Globalization;

namespace SessionExplorer.RootCause;

/// <summary>Formats a sentence about what was examined.</summary>
internal static class WhySummary
{
    public static string Format(Examination examination)
    {
        var (rule, sample, result) = (examination.Rule, examination.Sample, examination.Result);
        var sampled = sample.Seen > sample.Count
            ? string.Create(CultureInfo.InvariantCulture, $" (a random sample of {sample.Seen:N0})")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.All.Bad:N0} of {result.All.Sessions:N0} sessions{sampled} have {rule.Text} (limit: {rule.Origin}). "
                + $"{result.Looks:N0} segments examined.");
    }
}
