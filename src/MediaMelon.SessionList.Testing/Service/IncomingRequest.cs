using System.Globalization;
using System.Net;

namespace MediaMelon.SessionList.Testing.Service;

internal sealed class IncomingRequest
{
    private const string Path = "/mm-apis/listsessions/";
    private const string KeyHeader = "X-API-Key";

    private readonly HttpMethod _method;
    private readonly QueryString _query;
    private readonly string? _token;
    private ListRequest? _list;

    private IncomingRequest(HttpMethod method, Uri address, string? key, string? token)
    {
        _token = token;
        _method = method;
        _query = QueryString.Read(address);
        Received = new EmulatedRequest(address, _query.Parameters, key);
    }

    public EmulatedRequest Received { get; }

    public static IncomingRequest Read(HttpRequestMessage request)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } address)
            throw new InvalidOperationException("The emulator requires an absolute request URI.");

        var key = request.Headers.TryGetValues(KeyHeader, out var values) ? string.Join(", ", values) : null;
        var token = request.Headers.Authorization is { Scheme: "Bearer" } bearer ? bearer.Parameter : null;
        return new IncomingRequest(request.Method, address, key, token);
    }

    public ListRequest Check(SessionListEmulator emulator)
    {
        var customer = FindCustomer();
        if (_method != HttpMethod.Get)
            throw new RejectedRequestException(HttpStatusCode.MethodNotAllowed, "Only GET is allowed here.");
        CheckCredential(emulator);
        if (customer != emulator.CustomerId)
        {
            throw new RejectedRequestException(
                emulator.Profile.WrongCustomerStatus, "This key does not allow access to this customer.");
        }

        if (_query.Repeated is { } repeated)
            throw RejectedRequestException.Parameter(repeated, "is repeated");

        return Parse(emulator.Profile);
    }

    /// <summary>Reads the request. Returns null if its parameters are invalid.</summary>
    public ListRequest? TryRead(EmulatorProfile profile)
    {
        try
        {
            return Parse(profile);
        }
        catch (RejectedRequestException)
        {
            return null;
        }
    }

    private ListRequest Parse(EmulatorProfile profile) => _list ??= ListRequestReader.Read(Received.Parameters, profile);

    private void CheckCredential(SessionListEmulator emulator)
    {
        var status = emulator.Profile.WrongKeyStatus;
        if (emulator.Profile.AcceptsBearerToken && string.Equals(_token, emulator.AccessToken, StringComparison.Ordinal))
            return;
        if (Received.ApiKey is null)
            throw new RejectedRequestException(status, $"Header {KeyHeader} is missing.");
        if (!string.Equals(Received.ApiKey, emulator.ApiKey, StringComparison.Ordinal))
            throw new RejectedRequestException(status, $"Header {KeyHeader} does not contain a valid key.");
    }

    private long FindCustomer()
    {
        var path = Received.Uri.AbsolutePath;
        var cut = path.LastIndexOf(Path, StringComparison.Ordinal);
        var last = cut < 0 ? "" : path[(cut + Path.Length)..];
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new RejectedRequestException(HttpStatusCode.NotFound, "The path does not exist.");
    }
}
