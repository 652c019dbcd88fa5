using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.Errors;

namespace MisterAssist.Api.Http;

/// <summary>Refuses callers who want something other than JSON, or send it in an encoding that is not its own, UTF-8.</summary>
/// <remarks>A file is taken in whatever encoding it is in, and given as what it is, whatever was asked for.</remarks>
internal sealed class Negotiation(RequestDelegate next)
{
    private static readonly string[] Served = ["*/*", "application/*", "application/json", "application/*+json", ProblemResponse.ContentType];

    public Task InvokeAsync(HttpContext context)
    {
        if (!FileOperations.AreGivenBy(context.GetEndpoint()) && WantsOther(context.Request.GetTypedHeaders().Accept, context.GetEndpoint()))
        {
            return Problems.WriteAsync(
                context, StatusCodes.Status406NotAcceptable, "not_acceptable", "This API answers with application/json.");
        }

        return TakesJson(context) && IsOfAnotherEncoding(context.Request.GetTypedHeaders().ContentType)
            ? Problems.WriteForStatusAsync(context, StatusCodes.Status415UnsupportedMediaType)
            : next(context);
    }

    private static bool WantsOther(IList<MediaTypeHeaderValue> wanted, Endpoint? endpoint)
    {
        return wanted.Count > 0
            && !wanted.Any(type => type.Quality != 0 && Served.Concat(GivenDocuments.TypesOf(endpoint)).Contains(type.MediaType.Value?.ToLowerInvariant()));
    }

    private static bool TakesJson(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null && FileOperations.TakenBy(context.GetEndpoint()) is null;

    private static bool IsOfAnotherEncoding(MediaTypeHeaderValue? type) =>
        type is { Charset.HasValue: true } && type.Encoding?.WebName != Encoding.UTF8.WebName;
}
