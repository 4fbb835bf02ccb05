using MediaMelon.SessionList.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NightlyExport.Demo;

/// <summary>Replaces the service with built-in data.</summary>
internal static class DemoClientExtensions
{
    public static void UseDemo(this IHttpClientBuilder client, IConfiguration configuration)
    {
        var options = configuration.Get<DemoOptions>() ?? new DemoOptions();
        options.Validate();
        var sessions = SyntheticSessions.Generate(options.Sessions, DemoOptions.Period, options.Seed);
        client.UseEmulator(new SessionListEmulator(sessions)
        {
            Latency = options.Latency,
            EndIsInclusive = options.EndIsInclusive,
        });
    }
}
