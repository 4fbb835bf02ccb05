using System.Diagnostics;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Waits for what other threads do, without a sleep.</summary>
internal static class Until
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(120);

    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < HangGuard, $"In vain: {what}.");
            await Task.Yield();
        }
    }
}
