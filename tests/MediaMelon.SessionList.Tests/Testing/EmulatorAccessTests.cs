using System.Net;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

public sealed class EmulatorAccessTests
{
    private const string Query = "?" + EmulatorCalls.Period + "&metrics=sessionid";

    private readonly SessionListEmulator _emulator = new(Sample.Sessions("a"));

    [Theory]
    [InlineData("/mm-apis/listsessions/199493832", EmulatorCalls.Key, "GET", HttpStatusCode.OK)]
    [InlineData("/proxy/eu/mm-apis/listsessions/199493832", EmulatorCalls.Key, "GET", HttpStatusCode.OK)]
    [InlineData("/mm-apis/listsessions/199493832", "another-key", "GET", HttpStatusCode.Unauthorized)]
    [InlineData("/mm-apis/listsessions/199493832", "Emulator-Key", "GET", HttpStatusCode.Unauthorized)]
    [InlineData("/mm-apis/listsessions/199493832", null, "GET", HttpStatusCode.Unauthorized)]
    [InlineData("/mm-apis/listsessions/7", EmulatorCalls.Key, "GET", HttpStatusCode.Forbidden)]
    [InlineData("/mm-apis/metricquery/199493832", EmulatorCalls.Key, "GET", HttpStatusCode.NotFound)]
    [InlineData("/mm-apis/listsessions/", EmulatorCalls.Key, "GET", HttpStatusCode.NotFound)]
    [InlineData("/mm-apis/listsessions/199493832/", EmulatorCalls.Key, "GET", HttpStatusCode.NotFound)]
    [InlineData("/mm-apis/listsessions/acme", EmulatorCalls.Key, "GET", HttpStatusCode.NotFound)]
    [InlineData("/mm-apis/listsessions/199493832", EmulatorCalls.Key, "POST", HttpStatusCode.MethodNotAllowed)]
    public async Task Emulator_accepts_only_the_path_and_the_key_of_its_customer(
        string path, string? key, string method, HttpStatusCode expected)
    {
        using var response = await _emulator.SendAsync(path + Query, key, new HttpMethod(method));

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        if (expected != HttpStatusCode.OK)
            Assert.NotEqual("", await response.MessageAsync());
    }

    [Fact]
    public async Task Emulator_response_never_contains_a_key()
    {
        using var wrong = await _emulator.SendAsync(EmulatorCalls.Path + Query, "typed-by-mistake");
        using var misplaced = await _emulator.SendAsync($"{EmulatorCalls.Path}?period={EmulatorCalls.Key}&metrics=a");

        Assert.DoesNotContain("typed-by-mistake", await wrong.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(EmulatorCalls.Key, await wrong.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(EmulatorCalls.Key, await misplaced.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emulator_uses_the_configured_customer_and_key()
    {
        var emulator = new SessionListEmulator([]) { CustomerId = 7, ApiKey = "seven" };

        using var right = await emulator.SendAsync("/mm-apis/listsessions/7" + Query, "seven");
        using var wrong = await emulator.SendAsync("/mm-apis/listsessions/7" + Query);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task Emulator_with_two_keys_in_one_request_returns_401()
    {
        using var client = new HttpClient(_emulator.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://sessions.example" + EmulatorCalls.Path + Query);
        request.Headers.Add("X-API-Key", [EmulatorCalls.Key, EmulatorCalls.Key]);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("emulator-key, emulator-key", Assert.Single(_emulator.Requests).ApiKey);
        Assert.Same(request, response.RequestMessage);
    }
}
