using System.Net.Sockets;
using MediaMelon.SessionList.Testing.Service;

namespace MediaMelon.SessionList.Testing.Faults;

internal sealed record ConnectionResetFault : EmulatorFault
{
    // The same nesting as SocketsHttpHandler's, so that code which looks for the socket's error finds it.
    internal override Task<Answer> AnswerAsync(EmulatedCall call, CancellationToken cancellationToken)
    {
        var socket = new SocketException((int)SocketError.ConnectionReset);
        var io = new IOException("Unable to read data from the transport connection.", socket);
        return Task.FromException<Answer>(new HttpRequestException("An error occurred while sending the request.", io));
    }
}
