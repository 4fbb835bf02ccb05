using System.Globalization;
using MediaMelon.SessionList.WireTests.Registration;
using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaMelon.SessionList.WireTests.Concurrency;

/// <summary>Tests concurrent listings of one client while the key changes.</summary>
public sealed class RotationTests : RegistrationTest
{
    private const int Listings = 64;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Parallel_listings_with_changing_configuration_key_send_complete_keys(int concurrentRequests)
    {
        var keys = new RotatingKey(KeyOf(0));
        Services.AddSessionListClient(new ConfigurationBuilder().AddConfiguration(Configuration()).Add(keys).Build());

        await ListWhileRotatingAsync(concurrentRequests, number => keys.Change(KeyOf(number)));
    }

    [Fact]
    public async Task Parallel_listings_with_changing_ApiKeyProvider_key_send_complete_keys()
    {
        var current = KeyOf(0);
        Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.ApiKeyProvider = async _ =>
            {
                await Task.Yield();
                return Volatile.Read(ref current);
            };
        });

        await ListWhileRotatingAsync(1, number => Volatile.Write(ref current, KeyOf(number)));
    }

    [Fact]
    public async Task Parallel_listings_with_retries_return_every_session_once()
    {
        var failures = 0;
        Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.MaxRetries = 10;
        });
        Service.DefaultResponse = _ => Interlocked.Increment(ref failures) % 3 == 0 ? TestResponses.RetryAfter(503, "1") : TestResponses.Page(TestValues.Rows);
        var client = Build().GetRequiredService<ISessionListClient>();

        var listings = await Clock.RunAsync(Task.WhenAll(Enumerable.Range(0, 16).Select(_ => ListAsync(client, 1))));

        Assert.All(listings, ids => Assert.Equal(TestValues.Ids, ids));
        Assert.All(Service.Requests, request => Assert.Equal([TestValues.Key], request.Header("X-API-Key")));
    }

    private static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"key-{number}-{new string((char)('a' + (number % 26)), 40)}");

    private static async Task<List<string>> ListAsync(ISessionListClient client, int concurrentRequests)
    {
        var ids = new List<string>();
        var paging = TestValues.Paging with { MaxConcurrentRequests = concurrentRequests };
        await foreach (var session in client.ListSessionsAsync(TestValues.Query, paging, cancellationToken: TestToken))
            ids.Add(session.SessionId ?? "");

        return ids;
    }

    private async Task ListWhileRotatingAsync(int concurrentRequests, Action<int> rotate)
    {
        var client = Build().GetRequiredService<ISessionListClient>();
        var rotations = 0;
        Service.DefaultResponse = _ =>
        {
            if (Interlocked.Increment(ref rotations) is var number && number % 5 == 0)
                rotate(number);

            return TestResponses.Page(TestValues.Rows);
        };

        var listings = await Clock.RunAsync(
            Task.WhenAll(Enumerable.Range(0, Listings).Select(_ => Task.Run(() => ListAsync(client, concurrentRequests), TestToken))));

        Assert.All(listings, ids => Assert.Equal(TestValues.Ids, ids));
        var keys = Service.Requests.Select(request => Assert.Single(request.Header("X-API-Key"))).ToList();
        Assert.All(keys, key => Assert.Equal(KeyOf(int.Parse(key.Split('-')[1], CultureInfo.InvariantCulture)), key));
        Assert.InRange(keys.Distinct().Count(), 5, keys.Count);
    }

    /// <summary>A configuration source that replaces all its values at once, like a JSON file on reload.</summary>
    private sealed class RotatingKey(string first) : ConfigurationProvider, IConfigurationSource
    {
        private readonly Lock _gate = new();

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = With(first);

        public void Change(string key)
        {
            lock (_gate)
            {
                Data = With(key);
                OnReload();
            }
        }

        private static Dictionary<string, string?> With(string key) => new(StringComparer.OrdinalIgnoreCase) { ["ApiKey"] = key };
    }
}
