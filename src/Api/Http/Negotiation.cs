using MisterAssist.Api.Errors;

namespace MisterAssist.Api.Http;

/// <summary>Refuses callers who want something other than JSON.</summary>
internal sealed class Negotiation(RequestDelegate next)
{
    private static readonly string[] Served = ["*/*", "application/*", "application/json", "application/*+json", ProblemResponse.ContentType];

    public Task InvokeAsync(HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().Accept;
        return wanted.Count == 0 || wanted.Any(type => type.Quality != 0 && Served.Contains(type.MediaType.Value?.ToLowerInvariant()))
            ? next(context)
            : Problems.WriteAsync(
                context, StatusCodes.Status406NotAcceptable, "not_acceptable", "This API answers with application/json.");
    }
}
