using System.Net.Sockets;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record ConnectionResetFault : EmulatorFault
{
    // Nested like the exceptions of SocketsHttpHandler, so that code can find the socket error.
    internal override Task<EmulatedResponse> RespondAsync(EmulatedCall call, CancellationToken cancellationToken)
    {
        var socket = new SocketException((int)SocketError.ConnectionReset);
        var io = new IOException("Unable to read data from the transport connection.", socket);
        return Task.FromException<EmulatedResponse>(new HttpRequestException("An error occurred while sending the request.", io));
    }
}
