using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Errors;

/// <summary>Answers with a problem.</summary>
internal static class Problems
{
    public static Task WriteAsync(
        HttpContext context, int status, string code, string detail, IReadOnlyList<Fault>? faults = null, BusinessException? refusal = null,
        IReadOnlyList<string>? allowed = null)
    {
        var language = PreferredLanguage.Of(context.Request);
        var path = context.Request.PathBase + context.Request.Path;
        var problem = new ProblemResponse
        {
            Type = ProblemCatalog.TypeOf(code),
            Title = ProblemCatalog.TitleOf(code).In(language),
            Status = status,
            Detail = Cut(detail, Fault.MaxDetailLength),
            Instance = Cut(path.ToUriComponent(), Fault.MaxLocationLength),
            Code = code,
            RequestId = RequestIds.Of(context),
            Errors = [.. (faults ?? []).Take(ProblemResponse.MaxFaults)],
            Allowed = refusal?.Allowed is { Count: > 0 } others ? others : allowed,
            NextOpeningAt = refusal?.NextOpeningAt,
        };

        context.Response.StatusCode = status;
        context.Response.ContentType = ProblemResponse.ContentType;
        context.Response.Headers.ContentLanguage = language.Tag();
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(JsonSerializer.Serialize(problem, ApiJson.Options), context.RequestAborted);
    }

    /// <summary>Answers with the problem of a status for which nobody has said more.</summary>
    public static Task WriteForStatusAsync(HttpContext context, int status) => status switch
    {
        StatusCodes.Status404NotFound => WriteAsync(
            context, status, "route_not_found", "There is nothing at this address: the documentation at /swagger lists what there is."),
        StatusCodes.Status405MethodNotAllowed => WriteAsync(
            context, status, "method_not_allowed", $"This address takes {context.Response.Headers.Allow}."),
        StatusCodes.Status412PreconditionFailed => WriteAsync(
            context, status, "precondition_failed", $"The version that stands is {context.Response.Headers.ETag}."),
        StatusCodes.Status413PayloadTooLarge => WriteAsync(
            context, status, "payload_too_large", $"A body may have at most {LimitOf(context)} bytes here."),
        StatusCodes.Status415UnsupportedMediaType when FileOperations.TakenBy(EndpointOf(context)) is { } files => WriteAsync(
            context, status, "unsupported_media_type", "Send a file of one of the media types in allowed, and say in Content-Type of which.",
            allowed: files.Allowed),
        StatusCodes.Status415UnsupportedMediaType => WriteAsync(
            context, status, "unsupported_media_type", $"Send {WantedBy(context)}, and say so in Content-Type."),
        >= StatusCodes.Status500InternalServerError => WriteAsync(context, status, "internal_error", "Something failed on our side."),
        _ => WriteAsync(context, status, "invalid_request", "The request cannot be read."),
    };

    /// <summary>A patch is not a plain document. Where no operation was chosen, the method tells what it would have wanted.</summary>
    private static string WantedBy(HttpContext context) =>
        HttpMethods.IsPatch(context.Request.Method) ? MergePatch.ContentType : "application/json";

    private static long LimitOf(HttpContext context) =>
        EndpointOf(context)?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? ApiServices.MaxBodyBytes;

    /// <summary>What was asked for; after a failure the endpoint has been taken off the request.</summary>
    private static Endpoint? EndpointOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
