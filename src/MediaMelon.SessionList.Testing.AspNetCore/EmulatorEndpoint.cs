using Microsoft.AspNetCore.Http;

namespace MediaMelon.SessionList.Testing.AspNetCore;

/// <summary>Sends the requests of an app to an emulator.</summary>
internal sealed class EmulatorEndpoint(SessionListEmulator emulator, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            using var client = new HttpMessageInvoker(emulator.CreateHandler());
            using var request = EmulatorRequest.Create(context.Request);
            using var response = await client.SendAsync(request, ending.Token).ConfigureAwait(false);
            await EmulatorResponse.WriteAsync(response, context.Response, ending.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            context.Abort(); // The handler throws it for an injected connection reset.
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            context.Abort(); // The client disconnected, or the app is stopping and must not wait for the request.
        }
    }
}
