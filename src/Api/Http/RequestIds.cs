using System.Security.Cryptography;

namespace MisterAssist.Api.Http;

/// <summary>Gives each request an id, the caller's own where it is a plain one, and answers, logs and problems carry it.</summary>
internal sealed class RequestIds(RequestDelegate next, ILogger<RequestIds> logger)
{
    public const string Header = "X-Request-Id";

    public const int MaxLength = 128;

    public static string Of(HttpContext context) => context.TraceIdentifier;

    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        context.TraceIdentifier = IsPlain(given) ? given : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        // When the answer starts, since a problem clears what was set before.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        });

        using (logger.BeginScope(new Dictionary<string, object> { ["RequestId"] = context.TraceIdentifier }))
            await next(context);
    }

    private static bool IsPlain(string id) =>
        id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
