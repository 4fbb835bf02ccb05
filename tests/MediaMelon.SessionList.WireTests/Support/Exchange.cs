using System.Net.Sockets;
using System.Text;

namespace MediaMelon.SessionList.WireTests.Support;

/// <summary>How the service answers a request, byte by byte if need be.</summary>
internal delegate Task Answer(Exchange exchange);

/// <summary>A request, and the connection to answer it on.</summary>
internal sealed class Exchange(Request request, TcpClient connection, Clock clock)
{
    private readonly NetworkStream _stream = connection.GetStream();

    public Request Request => request;

    public Clock Clock => clock;

    /// <summary>Whether another request may follow on the connection.</summary>
    public bool IsOver { get; private set; }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>Has the connection end when the answer is sent, without a word of it in the headers.</summary>
    public void CloseAfterAnswer() => IsOver = true;

    /// <summary>Ends the connection properly.</summary>
    public void Close() => End(linger: false);

    /// <summary>Ends the connection as a crash does: with a reset.</summary>
    public void Reset() => End(linger: true);

    /// <summary>Waits until the client has hung up.</summary>
    public async Task UntilGoneAsync()
    {
        IsOver = true;
        try
        {
            while (await _stream.ReadAsync(new byte[256]) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Hung up by a reset: gone as well.
        }
    }

    private void End(bool linger)
    {
        IsOver = true;
        if (linger)
            connection.LingerState = new LingerOption(true, 0);

        connection.Close();
    }
}
