using System.Net.Sockets;
using System.Text;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>Writes the response to a request.</summary>
internal delegate Task ResponseWriter(Exchange exchange);

/// <summary>A request, and the connection for its response.</summary>
internal sealed class Exchange(Request request, TcpClient connection, Clock clock)
{
    private readonly NetworkStream _stream = connection.GetStream();

    public Request Request => request;

    public Clock Clock => clock;

    /// <summary>Whether the connection ends after this response.</summary>
    public bool IsLast { get; private set; }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>Closes the connection after the response, without a <c>Connection: close</c> header.</summary>
    public void CloseAfterResponse() => IsLast = true;

    /// <summary>Closes the connection.</summary>
    public void Close() => End(linger: false);

    /// <summary>Resets the connection.</summary>
    public void Reset() => End(linger: true);

    /// <summary>Waits until the client has disconnected.</summary>
    public async Task WaitForDisconnectAsync()
    {
        IsLast = true;
        try
        {
            while (await _stream.ReadAsync(new byte[256]) > 0)
            {
            }
        }
        catch (IOException)
        {
            // The client reset the connection.
        }
    }

    private void End(bool linger)
    {
        IsLast = true;
        if (linger)
            connection.LingerState = new LingerOption(true, 0);

        connection.Close();
    }
}
