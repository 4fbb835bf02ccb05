using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>A clock that runs, far faster than a real one, while there is work under way.</summary>
/// <remarks>It turns on one thread without a context, where what waits for it goes on at once: the same work takes the same time in every run.</remarks>
internal sealed class RunningClock(int milliseconds = 10, int looks = 20) : FakeTimeProvider
{
    private const int MostSteps = 1_000_000;

    /// <summary>How long the work took, by this clock.</summary>
    public async Task<TimeSpan> TimeAsync(SessionListEmulator emulator, Func<Task> work)
    {
        Assert.True(emulator.Latency > TimeSpan.Zero, "Time would pass while the emulator answers.");
        var begun = GetTimestamp();
        var ended = begun;
        await Task.Run(
            async () =>
            {
                var task = WorkAsync();
                for (var steps = 0; !task.IsCompleted; steps++)
                {
                    Assert.True(steps < MostSteps, "The work does not end.");
                    for (var look = 0; emulator.RequestsInFlight == 0 && !task.IsCompleted && look < looks; look++)
                        Thread.Yield(); // something went to another thread: let it come back before time passes

                    Advance(TimeSpan.FromMilliseconds(milliseconds));
                }

                await task;
            },
            TestContext.Current.CancellationToken);

        return GetElapsedTime(begun, ended);

        async Task WorkAsync()
        {
            await work();
            ended = GetTimestamp();
        }
    }
}
