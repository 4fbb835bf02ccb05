using System.Reflection;
using MediaMelon.SessionList.WireTests.Support;

namespace MediaMelon.SessionList.WireTests.Http;

public sealed class RequestTests : WireTest
{
    private const string Path = "/mm-apis/listsessions/199493832";

    public static TheoryData<SessionQuery, string> Queries => new()
    {
        {
            TestValues.Query,
            "period=start%3D1775749962%2Cend%3D1775836362&metrics=latency%2Cstarttime%2Cendtime%2Cassetname%2Cwatchtime%2Csessionid%2Csourcetype"
                + "&aggby=sessionid&limit=1000"
        },
        {
            TestValues.Query.Select(SessionFields.SessionId)
                .Where(SessionDimensions.Country.In("US", "Côte d'Ivoire"))
                .Where(SessionDimensions.AssetName.Is("50% & more? #1 + a/b; ~x"))
                .Where(SessionMetrics.StartupTime > TimeSpan.FromSeconds(1.5))
                .OrderByDescending(SessionMetrics.StartupTime)
                .WithSessionType(SessionType.Started)
                .WithAllStatuses()
                .WithParameter("businesserror", "true")
                .Skip(7)
                .Take(20),
            "period=start%3D1775749962%2Cend%3D1775836362&metrics=latency%2Csessionid&aggby=sessionid&sessiontype=started&allstatus=1"
                + "&filter=%5Bcountry%3DUS%7CC%C3%B4te%20d%27Ivoire%5D%5Bassetname%3D50%25%20%26%20more%3F%20%231%20%2B%20a%2Fb%3B%20~x%5D"
                + "&qoefilter=latency%3E1.5&orderby=latency&order=desc&limit=20&offset=7&businesserror=true"
        },
    };

    [Theory]
    [MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public async Task Request_path_and_query_are_percent_encoded(SessionQuery query, string escaped)
    {
        await PageAsync(Client(), query);

        Assert.Equal($"GET {Path}?{escaped} HTTP/1.1", Assert.Single(Service.Requests).Line);
    }

    [Theory]
    [InlineData("", Path)]
    [InlineData("/", Path)]
    [InlineData("/proxy/mm", "/proxy/mm" + Path)]
    [InlineData("/proxy/mm/", "/proxy/mm" + Path)]
    [InlineData("/a%20b", "/a%20b" + Path)]
    public async Task Request_path_begins_with_the_path_of_BaseAddress(string basePath, string expected)
    {
        await PageAsync(Client(options => options.BaseAddress = new Uri(Service.Address, basePath)));

        Assert.Equal(expected, Assert.Single(Service.Requests).Path);
    }

    [Fact]
    public async Task Request_headers_contain_key_user_agent_and_accepted_formats()
    {
        await PageAsync(Client());

        var request = Assert.Single(Service.Requests);
        Assert.Equal([TestValues.Key], request.Header("X-API-Key"));
        Assert.Equal([$"MediaMelon.SessionList/{Version}"], request.Header("User-Agent"));
        Assert.Equal(["application/json"], request.Header("Accept"));
        Assert.Equal(["gzip, deflate, br"], request.Header("Accept-Encoding"));
        Assert.Empty(request.Header("Authorization"));
        Assert.Empty(request.Header("Cookie"));
    }

    [Fact]
    public async Task Request_of_each_attempt_contains_the_key_once()
    {
        Service.Next(TestResponses.Status(503), TestResponses.ResetBeforeHeaders(), TestResponses.ResetInBody());

        await PageAsync(Client());

        Assert.Equal(4, Service.Requests.Count);
        Assert.All(Service.Requests, request => Assert.Equal([TestValues.Key], request.Header("X-API-Key")));
        Assert.All(Service.Requests, request => Assert.Equal(Service.Requests[0].Line, request.Line));
    }

    [Fact]
    public async Task Request_key_is_trimmed()
    {
        await PageAsync(Client(options => options.ApiKey = $" \t{TestValues.Key}\r\n"));

        Assert.Equal([TestValues.Key], Assert.Single(Service.Requests).Header("X-API-Key"));
    }

    [Fact]
    public async Task Request_after_Set_Cookie_contains_no_cookie()
    {
        Service.Next(TestResponses.Status(503, "", "Set-Cookie: a=b; path=/"));

        await PageAsync(Client());

        Assert.All(Service.Requests, request => Assert.Empty(request.Header("Cookie")));
    }

    [Fact]
    public async Task Listing_of_several_pages_uses_one_connection()
    {
        Assert.Equal(TestValues.Ids, await IdsAsync(Client()));

        Assert.Equal(5, Service.Requests.Count);
        Assert.Equal(1, Service.Connections);
    }

    private static string Version =>
        typeof(SessionListClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
