using System.Diagnostics;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Waits for the work of other threads, without a sleep.</summary>
internal static class Poll
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(120);

    public static async Task UntilAsync(Func<bool> condition, string expected)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < HangGuard, $"The wait timed out: {expected}.");
            await Task.Yield();
        }
    }
}
