using Microsoft.AspNetCore.Http.Metadata;

namespace MisterAssist.Api.Http;

/// <summary>Of which media types a file may be that an operation takes.</summary>
internal sealed record FileTypes(IReadOnlyList<string> Allowed)
{
    /// <summary>The type of the file that is sent, in lower case and without parameters.</summary>
    /// <exception cref="BadHttpRequestException">It is none of these, or is not told.</exception>
    public string Of(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant() is { } type
        && Allowed.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? type
            : throw new BadHttpRequestException("Not a type of file that is taken", StatusCodes.Status415UnsupportedMediaType);
}

/// <summary>Operations that take files or give them: a file is kept and given as it came, and is no JSON.</summary>
internal static class FileOperations
{
    /// <summary>However long a list, and however slow who reads it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Of which types a file may be that is sent there; null where none is taken.</summary>
    public static FileTypes? TakenBy(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<FileTypes>();

    public static bool AreGivenBy(Endpoint? endpoint) => endpoint?.Metadata
        .GetOrderedMetadata<IProducesResponseTypeMetadata>().Any(answer => answer.Type == typeof(Stream)) == true;

    /// <summary>Its body is a file, of one of these media types.</summary>
    /// <remarks>The routing lets any pass: what it refuses cannot be told which types would be taken.</remarks>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder operation, IReadOnlyList<string> mediaTypes) =>
        operation.Accepts<Stream>("*/*").WithMetadata(new FileTypes(mediaTypes));

    /// <summary>It answers with JSON, or with a document for people, or another file, where that is asked for.</summary>
    public static RouteHandlerBuilder GivesDocuments(this RouteHandlerBuilder operation, params string[] others) =>
        operation.WithMetadata(new GivenDocuments([.. GivenDocuments.ForPeople.Types, .. others]));

    /// <summary>It answers with pages of JSON, or with the whole list as CSV or as lines of JSON where that is asked for.</summary>
    public static RouteHandlerBuilder GivesExports(this RouteHandlerBuilder operation)
    {
        operation.WithRequestTimeout(Patience);
        return operation.WithMetadata(GivenDocuments.Exports);
    }

    /// <summary>It answers with a file; of any type where none is told.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder operation, string mediaType = "application/octet-stream") =>
        operation.Produces<Stream>(StatusCodes.Status200OK, mediaType);
}
