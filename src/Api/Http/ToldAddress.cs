using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;

namespace MisterAssist.Api.Http;

/// <summary>What was asked, as far as it may be told. People write anything into an address.</summary>
internal static partial class ToldAddress
{
    public const string None = "(no operation)";

    /// <summary>The operation's route, with the ids that stand in it.</summary>
    public static string Of(HttpContext context)
    {
        if (RouteOf(context) is not { } route)
            return None;

        foreach (var (name, value) in FailedOf(context)?.RouteValues ?? context.Request.RouteValues)
        {
            if (value is string text && Id().IsMatch(text))
                route = route.Replace($"{{{name}}}", text, StringComparison.Ordinal);
        }

        return route;
    }

    /// <summary>The operation's route alone; null where there is no operation.</summary>
    public static string? RouteOf(HttpContext context) =>
        (FailedOf(context)?.Endpoint ?? context.GetEndpoint()) is RouteEndpoint { RoutePattern.RawText: { } route } ? route.TrimEnd('/') : null;

    /// <summary>What went wrong took the operation off the request.</summary>
    private static IExceptionHandlerFeature? FailedOf(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>();

    [GeneratedRegex(@"\A[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}\z", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
