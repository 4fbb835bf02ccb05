using MediaMelon.SessionList.Testing.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MediaMelon.SessionList.Testing;

/// <summary>Maps a <see cref="SessionListEmulator"/> to the endpoints of an ASP.NET Core app.</summary>
public static class SessionListEmulatorEndpointExtensions
{
    /// <summary>Sends every request that no other endpoint matches to the emulator, with any path and any method. A client
    /// reaches it with <see cref="SessionListClientOptions.BaseAddress"/> set to the app's address.</summary>
    /// <remarks>The responses are those of <see cref="SessionListEmulator.CreateHandler"/>, status 400, 401, 403, 404 and 405
    /// included. A connection reset aborts the connection. A request that hangs ends when its client disconnects or the app
    /// stops. To host several emulators in one app, map each in a group, such as <c>app.MapGroup("/eu")</c>.</remarks>
    /// <param name="endpoints">The app, or a group of its endpoints.</param>
    /// <param name="emulator">The emulator that responds.</param>
    /// <returns>A builder for the conventions of this endpoint.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEndpointConventionBuilder MapSessionListEmulator(
        this IEndpointRouteBuilder endpoints, SessionListEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(emulator);

        var stopping = endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
        var endpoint = new EmulatorEndpoint(emulator, stopping);
        var builder = endpoints.Map("/{**path}", endpoint.HandleAsync);
        builder.Add(route => ((RouteEndpointBuilder)route).Order = int.MaxValue);
        return builder;
    }
}
