using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Time.Testing;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>A fake clock that advances while work is in progress, much faster than real time.</summary>
/// <remarks>
/// It advances on one thread without a synchronization context. Continuations run immediately there, so the same work takes the
/// same time in every run.
/// </remarks>
internal sealed class RunningClock(int milliseconds = 10, int checks = 20) : FakeTimeProvider
{
    private const int MostSteps = 1_000_000;

    /// <summary>The duration of the work on this clock.</summary>
    public async Task<TimeSpan> TimeAsync(SessionListEmulator emulator, Func<Task> work)
    {
        Assert.True(emulator.Latency > TimeSpan.Zero, "The emulator needs a latency, or time passes during its responses.");
        var begun = GetTimestamp();
        var ended = begun;
        await Task.Run(
            async () =>
            {
                var task = WorkAsync();
                for (var steps = 0; !task.IsCompleted; steps++)
                {
                    Assert.True(steps < MostSteps, "The work does not end.");
                    for (var check = 0; emulator.RequestsInFlight == 0 && !task.IsCompleted && check < checks; check++)
                        Thread.Yield(); // work may run on another thread: let it finish before time advances

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
