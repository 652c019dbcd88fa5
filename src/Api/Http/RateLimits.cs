using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Errors;

namespace MisterAssist.Api.Http;

/// <summary>Limits how many requests may be made in a minute (<c>RateLimits:PerMinute</c>), and tells it in each answer.</summary>
/// <remarks>They are counted by the key of who has a good one, by the address of anybody else.</remarks>
internal sealed class RateLimits : IDisposable
{
    public const string Policy = "RateLimit-Policy";
    public const string State = "RateLimit";

    private const string PerKey = "key";
    private const string PerAddress = "address";
    private const int WindowSeconds = 60;

    private readonly RequestDelegate _next;
    private readonly int _perMinute;
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public RateLimits(RequestDelegate next, ApiSettings settings)
    {
        _next = next;
        _perMinute = settings.RequestsPerMinute;
        _limiter = PartitionedRateLimiter.Create<HttpContext, (string Policy, string Caller)>(
            context => RateLimitPartition.GetTokenBucketLimiter(CallerOf(context), _ => Bucket(_perMinute)));
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var policy = CallerOf(context).Policy;
        using var lease = _limiter.AttemptAcquire(context);
        var left = _limiter.GetStatistics(context)?.CurrentAvailablePermits ?? 0;
        var retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 0;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Policy] = $"\"{policy}\";q={_perMinute};w={WindowSeconds}";
            context.Response.Headers[State] = lease.IsAcquired ? $"\"{policy}\";r={left}" : $"\"{policy}\";r=0;t={retryAfter}";
            return Task.CompletedTask;
        });

        if (lease.IsAcquired)
        {
            await _next(context);
            return;
        }

        context.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        await Problems.WriteAsync(
            context, StatusCodes.Status429TooManyRequests, "too_many_requests",
            $"More than {_perMinute} requests in a minute {(policy == PerKey ? "with this key" : "from this address")}: try again in {retryAfter} s.");
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>Full at first, and filled again evenly: a request at a time, or as many whole ones as a second brings.</summary>
    public static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var tokens = Math.Max(1, perMinute / WindowSeconds);
        return new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) * tokens / perMinute,
            QueueLimit = 0,
        };
    }

    private static (string Policy, string Caller) CallerOf(HttpContext context) => ApiKeyIdentity.KeyOf(context.User) is { } key
        ? (PerKey, key.Id.ToString())
        : (PerAddress, AddressOf(context.Connection.RemoteIpAddress));

    /// <summary>An IPv4 address, or the /64 network of an IPv6 one, since whoever has one of its addresses has them all.</summary>
    private static string AddressOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
