using System.Net;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api;

/// <summary>The settings of the HTTP surface, checked when it starts.</summary>
internal sealed record ApiSettings
{
    private const int MostRequestsPerMinute = 1_000_000;

    /// <summary><c>RateLimits:PerMinute</c>: requests with one key, or from one address of those who have none.</summary>
    public required int RequestsPerMinute { get; init; }

    /// <summary><c>Cors:Origins</c>: origins of front ends in browsers.</summary>
    public required string[] CorsOrigins { get; init; }

    /// <summary><c>Proxies:Known</c>: reverse proxies whose word on the caller's address is believed.</summary>
    public required IPAddress[] KnownProxies { get; init; }

    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static ApiSettings From(IConfiguration configuration) => new()
    {
        RequestsPerMinute = int.TryParse(configuration["RateLimits:PerMinute"] ?? "6000", out var perMinute)
            && perMinute is > 0 and <= MostRequestsPerMinute
            ? perMinute
            : throw new SettingsException($"RateLimits:PerMinute must be a whole number from 1 to {MostRequestsPerMinute}."),
        CorsOrigins = configuration.GetSection("Cors:Origins").Get<string[]>() ?? [],
        KnownProxies = [.. (configuration.GetSection("Proxies:Known").Get<string[]>() ?? []).Select(ToAddress)],
    };

    private static IPAddress ToAddress(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new SettingsException($"Proxies:Known has '{text}', which is not an IP address.");
}
