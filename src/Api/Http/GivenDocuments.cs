using Microsoft.Net.Http.Headers;

namespace MisterAssist.Api.Http;

/// <summary>That an operation gives other things than JSON too, by <c>Accept</c>.</summary>
/// <param name="Types">Those that are not JSON.</param>
internal sealed record GivenDocuments(IReadOnlyList<string> Types)
{
    public const string Json = "application/json";
    public const string Html = "text/html";
    public const string Pdf = "application/pdf";
    public const string Xml = "application/xml";

    public const string Csv = "text/csv";
    public const string JsonLines = "application/x-ndjson";

    /// <summary>Documents for people.</summary>
    public static GivenDocuments ForPeople { get; } = new([Html, Pdf]);

    /// <summary>Whole lists for other programs.</summary>
    public static GivenDocuments Exports { get; } = new([Csv, JsonLines]);

    /// <summary>The type of the operation that the caller likes best; JSON where none is liked better.</summary>
    public static string BestFor(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept;
        return TypesOf(request.HttpContext.GetEndpoint()).Prepend(Json).MaxBy(type => QualityOf(type, wanted))!;
    }

    /// <summary>The types that an operation gives besides JSON.</summary>
    public static IReadOnlyList<string> TypesOf(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<GivenDocuments>()?.Types ?? [];

    /// <summary>A type that is named counts by its own quality, and before what only a wildcard admits.</summary>
    private static (double Quality, bool IsNamed) QualityOf(string type, IList<MediaTypeHeaderValue> wanted)
    {
        var parsed = new MediaTypeHeaderValue(type);
        var match = wanted
            .Where(range => parsed.IsSubsetOf(range))
            .OrderBy(range => range.MatchesAllTypes).ThenBy(range => range.MatchesAllSubTypes)
            .FirstOrDefault();
        return match is null ? (0, false) : (match.Quality ?? 1, !match.MatchesAllSubTypes);
    }
}
