using System.Text.Json;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;

namespace MisterAssist.Api.Errors;

/// <summary>Answers with a problem.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, int status, string code, string detail, IReadOnlyList<Fault>? faults = null)
    {
        var italian = Language.IsItalian(context.Request);
        var title = ProblemCatalog.TitleOf(code);
        var path = context.Request.PathBase + context.Request.Path;
        var problem = new ProblemResponse
        {
            Type = ProblemCatalog.TypeOf(code),
            Title = italian ? title.It : title.En,
            Status = status,
            Detail = Cut(detail, Fault.MaxDetailLength),
            Instance = Cut(path.Value ?? "/", Fault.MaxLocationLength),
            Code = code,
            RequestId = RequestIds.Of(context),
            Errors = [.. (faults ?? []).Take(ProblemResponse.MaxFaults)],
        };

        context.Response.StatusCode = status;
        context.Response.ContentType = ProblemResponse.ContentType;
        context.Response.Headers.ContentLanguage = italian ? "it" : "en";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        context.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(JsonSerializer.Serialize(problem, ApiJson.Options), context.RequestAborted);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
