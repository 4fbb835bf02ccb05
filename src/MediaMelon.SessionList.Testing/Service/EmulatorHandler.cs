namespace MediaMelon.SessionList.Testing.Service;

internal sealed class EmulatorHandler(SessionListEmulator emulator) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        emulator.RespondAsync(request, cancellationToken);
}
