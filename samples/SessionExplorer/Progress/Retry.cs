using System.Globalization;
using SessionExplorer.Output;

namespace SessionExplorer.Progress;

/// <summary>The next attempt at a page, and the reason for the wait.</summary>
internal sealed record Retry(int Attempt, int MaxAttempts, long Since, TimeSpan Wait, string Reason)
{
    public string Describe(TimeProvider clock)
    {
        var left = Math.Ceiling((Wait - clock.GetElapsedTime(Since)).TotalSeconds);
        var attempt = string.Create(CultureInfo.InvariantCulture, $"attempt {Attempt} of {Math.Max(Attempt, MaxAttempts)}");
        return left >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{attempt}, waiting {left:0} s after {CellText.Visible(Reason)}")
            : attempt;
    }
}
