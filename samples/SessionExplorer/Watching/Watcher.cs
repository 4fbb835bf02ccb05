using System.Net;
using System.Runtime.CompilerServices;
using MediaMelon.SessionList;
using SessionExplorer.Errors;
using SessionExplorer.RootCause;

namespace SessionExplorer.Watching;

/// <summary>Polls a listing. Each session is new once, even if it appears late, up to the lookback.</summary>
internal sealed class Watcher(
    ISessionListClient client,
    Func<SessionPeriod, SessionQuery> createQuery,
    Measure measure,
    (double? Limit, bool IsBelow) limit,
    WatchSettings settings,
    TimeProvider clock)
{
    private readonly SeenSessions _seen = new();
    private readonly RecentSessions _recent = new();
    private BadRule? _rule;

    public async IAsyncEnumerable<Look> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // After a failed poll, the next one begins at the end of the last successful poll.
        DateTimeOffset? lastGood = null;
        for (var number = 1; settings.Looks is not { } looks || number <= looks; number++)
        {
            if (number > 1)
                await Task.Delay(settings.Every, clock, cancellationToken);

            var now = clock.GetUtcNow();
            var from = lastGood is { } good ? good - settings.Lookback : now - Longer(settings.Window, settings.Lookback);
            List<WatchedSession> found = [];
            string? problem = null;
            try
            {
                found = await ReadAsync(SessionPeriod.Between(from, now), cancellationToken);
                lastGood = now;
            }
            catch (SessionListException exception) when (IsPassing(exception))
            {
                problem = Failure.From(exception).Line;
            }

            yield return Digest(number, now, found, problem);
            _seen.ForgetBefore((lastGood ?? now) - settings.Lookback - TimeSpan.FromSeconds(1));
        }
    }

    private async Task<List<WatchedSession>> ReadAsync(SessionPeriod period, CancellationToken cancellationToken)
    {
        // Sessions are added only after a complete listing: the sessions of a failed listing must be new in the next poll.
        var query = createQuery(period);
        var read = new List<WatchedSession>();
        await foreach (var session in client.ListSessionsAsync(query, cancellationToken: cancellationToken))
        {
            var time = query.SessionType == SessionType.Started ? session.StartTime : session.EndTime;
            read.Add(new(session, time ?? period.End, measure.Read(session)));
        }

        return [.. read.Where(session => _seen.Add(session.Session, session.Time)).OrderBy(session => session.Time)];
    }

    private Look Digest(int number, DateTimeOffset now, List<WatchedSession> found, string? problem)
    {
        foreach (var session in found)
            _recent.Add(session);

        _recent.DiscardBefore(now - settings.Window);
        double[] values = [.. found.Select(session => session.Measure).OfType<double>()];
        if (values.Length > 0)
            _rule ??= BadRule.Create(measure, limit.Limit, limit.IsBelow, values);

        return new(number, now, found, WindowNumbers.From(_recent, settings.Window, _rule), _rule, problem);
    }

    private static bool IsPassing(SessionListException exception) =>
        exception is SessionListConnectionException
            or SessionListApiException { StatusCode: HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError }
            or SessionListApiException { IsThrottled: true };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
