using System.Net;

namespace MediaMelon.SessionList.Testing.Service;

/// <summary>One request, and the two ways to answer it by the sessions.</summary>
internal sealed class EmulatedCall(SessionListEmulator emulator, IncomingRequest request)
{
    public Task<Answer> AnswerAsync(CancellationToken cancellationToken) => AnswerAsync(false, cancellationToken);

    public Task<Answer> AnswerWithPreviousPageAsync(CancellationToken cancellationToken) =>
        AnswerAsync(true, cancellationToken);

    private async Task<Answer> AnswerAsync(bool previous, CancellationToken cancellationToken)
    {
        try
        {
            var list = request.Check(emulator);
            if (emulator.RefuseUnknownColumns && emulator.FindUnknownColumns(list) is [var unknown, ..])
                throw new RefusedException(HttpStatusCode.BadRequest, $"Column '{unknown}' is unknown.");

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
            return new Answer(HttpStatusCode.OK,
                PageWriter.Write(emulator.FindColumns(list), rows.AsSpan(start, length), counters, emulator.Profile));
        }
        catch (RefusedException refused)
        {
            var response = Answer.Message(refused.Status, refused.Message, emulator.Profile.ErrorBody);
            return refused.Status == HttpStatusCode.MethodNotAllowed ? response with { Allow = "GET" } : response;
        }
    }
}
