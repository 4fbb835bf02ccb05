using System.Net;
using System.Text.Json;
using MediaMelon.SessionList.Testing;

namespace MediaMelon.SessionList.Tests.Testing;

// Sends HTTP requests with hand-written query strings to the emulator. The client is not involved.
internal static class EmulatorCalls
{
    public const string Key = "emulator-key";
    public const string Path = "/mm-apis/listsessions/199493832";
    public const string Period = "period=start=1000,end=2000";

    public static async Task<HttpResponseMessage> SendAsync(
        this SessionListEmulator emulator,
        string pathAndQuery,
        string? key = Key,
        HttpMethod? method = null,
        CancellationToken? cancellationToken = null)
    {
        using var client = new HttpClient(emulator.CreateHandler());
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, "https://sessions.example" + pathAndQuery);
        if (key is not null)
            request.Headers.Add("X-API-Key", key);

        return await client.SendAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> AskAsync(
        this SessionListEmulator emulator, string parameters, CancellationToken? cancellationToken = null) =>
        emulator.SendAsync($"{Path}?{parameters}", cancellationToken: cancellationToken);

    public static async Task<JsonElement> ListAsync(this SessionListEmulator emulator, string parameters)
    {
        using var response = await emulator.AskAsync($"{Period}&{parameters}");
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }

    /// <summary>The ids of the rows, separated by blanks: "a b c".</summary>
    public static async Task<string> IdsAsync(this SessionListEmulator emulator, string parameters) =>
        Ids(await emulator.ListAsync($"metrics=sessionid&{parameters}"));

    public static string Ids(JsonElement page) =>
        string.Join(' ', page.GetProperty("response").EnumerateArray().Select(row => row.GetProperty("sessionid").GetString()));

    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static async Task<string> MessageAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.TextAsync()).GetProperty("message").GetString()!;
}
