using Microsoft.Net.Http.Headers;
using MisterAssist.Api.Errors;

namespace MisterAssist.Api.Http;

/// <summary>A response with a version, which goes into its <c>ETag</c>.</summary>
internal interface IVersioned
{
    /// <summary>Without quotes; changes whenever anything in the response does.</summary>
    string Version { get; }
}

/// <summary>Gives versioned answers their <c>ETag</c>, and answers 304 to a caller who has that version already.</summary>
internal sealed class ConditionalRequests : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        object? result;
        try
        {
            result = await next(context);
        }
        catch (PreconditionException failed)
        {
            // Told here: on its way out the exception handler would take the ETag off.
            await WriteAsync(context.HttpContext, failed);
            return TypedResults.Empty;
        }

        if (result is not IValueHttpResult { Value: IVersioned versioned })
            return result;

        var tag = new EntityTagHeaderValue($"\"{versioned.Version}\"");
        var http = context.HttpContext;
        http.Response.Headers.ETag = tag.ToString();
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return HttpMethods.IsGet(http.Request.Method) && known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }

    private static Task WriteAsync(HttpContext context, PreconditionException failed)
    {
        context.Response.Headers.ETag = failed.CurrentTag;
        var (code, detail) = failed.Status == StatusCodes.Status428PreconditionRequired
            ? ("precondition_required", "Send If-Match with the ETag that you read, or * for any.")
            : ("precondition_failed", $"The version that stands is {failed.CurrentTag}: read it, then try again.");
        return Problems.WriteAsync(context, failed.Status, code, detail, [Fault.InHeader("If-Match", code, detail)]);
    }
}

internal static class Preconditions
{
    /// <summary>Makes sure that the caller of a change knows the version that stands.</summary>
    /// <exception cref="PreconditionException">There is no <c>If-Match</c>, or it names another version.</exception>
    public static void Require(HttpRequest request, IVersioned current)
    {
        var tag = new EntityTagHeaderValue($"\"{current.Version}\"");
        var known = request.GetTypedHeaders().IfMatch;
        if (known.Count == 0 && request.Headers.IfMatch.Count > 0)
        {
            throw new InvalidRequestException(
                "invalid_request", [Fault.InHeader("If-Match", "invalid_value", "An entity tag in quotes is needed, such as \"1\", or *.")]);
        }

        if (known.Count == 0)
            throw new PreconditionException(StatusCodes.Status428PreconditionRequired, tag.ToString());
        if (!known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: true)))
            throw new PreconditionException(StatusCodes.Status412PreconditionFailed, tag.ToString());
    }
}
