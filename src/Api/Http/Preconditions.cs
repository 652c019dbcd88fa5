using System.Globalization;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.Errors;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Http;

/// <summary>A response with a version, which goes into its <c>ETag</c>.</summary>
internal interface IVersioned
{
    /// <summary>Without quotes and full stops; changes whenever the resource does. What may be changed has a number here.</summary>
    string Version { get; }

    /// <summary>Changes when the answer does by the mere passing of time; it does not matter to who wants to change the resource.</summary>
    string? Moment => null;

    /// <summary>With quotes.</summary>
    string Tag => Moment is { } moment ? $"\"{Version}.{moment}\"" : $"\"{Version}\"";
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
        catch (StaleVersionException stale)
        {
            // Told here: on its way out the exception handler would take the ETag off.
            await WriteAsync(context.HttpContext, stale);
            return TypedResults.Empty;
        }

        if ((result is INestedHttpResult chosen ? chosen.Result : result) is not IValueHttpResult { Value: IVersioned versioned })
            return result;

        var tag = new EntityTagHeaderValue(versioned.Tag);
        var http = context.HttpContext;
        http.Response.Headers.ETag = tag.ToString();
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return HttpMethods.IsGet(http.Request.Method) && known.Any(k => k.Tag == "*" || k.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }

    private static Task WriteAsync(HttpContext context, StaleVersionException stale)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{stale.Current}{(stale.Content is { } content ? $".{content}" : "")}\"");
        var detail = $"The version that stands is {tag}: read it, then try again.";
        context.Response.Headers.ETag = tag;
        return Problems.WriteAsync(
            context, StatusCodes.Status412PreconditionFailed, "precondition_failed", detail,
            [Fault.InHeader(HeaderNames.IfMatch, "precondition_failed", detail)]);
    }
}

/// <summary>The version that the caller of a change knows, from <c>If-Match</c>. An operation that takes one cannot do without.</summary>
internal readonly record struct IfMatch(KnownVersion Known)
{
    /// <exception cref="PreconditionRequiredException">There is no such header.</exception>
    /// <exception cref="InvalidRequestException">It has no entity tag.</exception>
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        if (context.Request.Headers.IfMatch.Count == 0)
            throw new PreconditionRequiredException();

        var tags = context.Request.GetTypedHeaders().IfMatch;
        if (tags.Count == 0)
        {
            throw new InvalidRequestException("invalid_request", [Fault.InHeader(
                HeaderNames.IfMatch, "invalid_value", "An entity tag in quotes is needed, such as \"1\", or *.")]);
        }

        return ValueTask.FromResult(new IfMatch(
            tags.Any(tag => tag.Tag == "*") ? KnownVersion.Any : KnownVersion.Of([.. tags.Where(tag => !tag.IsWeak).Select(VersionIn)])));
    }

    /// <summary>What follows a full stop is about what was read, and after a hyphen about its form: not about the version.</summary>
    private static ReadVersion VersionIn(EntityTagHeaderValue tag)
    {
        var parts = tag.Tag.ToString().Trim('"').Split('.', 2);
        var number = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
        return new(number, parts.Length == 1 ? null : parts[1].Split('-')[0]);
    }
}
