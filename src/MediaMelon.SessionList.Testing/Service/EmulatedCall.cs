using System.Net;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>Responds to a request with the requested page or with the previous page.</summary>
internal sealed class EmulatedCall(SessionListEmulator emulator, IncomingRequest request)
{
    public Task<EmulatedResponse> RespondAsync(CancellationToken cancellationToken) => RespondAsync(false, cancellationToken);

    public Task<EmulatedResponse> RespondWithPreviousPageAsync(CancellationToken cancellationToken) =>
        RespondAsync(true, cancellationToken);

    private async Task<EmulatedResponse> RespondAsync(bool previous, CancellationToken cancellationToken)
    {
        try
        {
            var list = request.Check(emulator);
            if (emulator.RefuseUnknownColumns && emulator.FindUnknownColumns(list) is [var unknown, ..])
                throw new RejectedRequestException(HttpStatusCode.BadRequest, $"Column '{unknown}' is unknown.");

            var rows = await emulator.FindRowsAsync(list.Selection, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();

            var limit = Math.Min(list.Limit, emulator.MaxLimit ?? int.MaxValue);
            var (start, length) = previous
                ? emulator.History.Before(list.Selection.Key, list.Offset, limit)
                : (Math.Max(0, list.Offset - emulator.Profile.FirstOffset), limit);
            start = Math.Min(start, rows.Length);
            length = Math.Min(length, rows.Length - start);
            if (!previous)
                emulator.History.Add(list.Selection.Key, start, length);

            var counters = new PageCounters(rows.Length, length, limit);
            return new EmulatedResponse(HttpStatusCode.OK,
                PageWriter.Write(emulator.FindColumns(list), rows.AsSpan(start, length), counters, emulator.Profile));
        }
        catch (RejectedRequestException rejected)
        {
            var response = EmulatedResponse.Message(rejected.Status, rejected.Message, emulator.Profile.ErrorBody);
            return rejected.Status == HttpStatusCode.MethodNotAllowed ? response with { Allow = "GET" } : response;
        }
    }
}
