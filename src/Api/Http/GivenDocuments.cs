using Microsoft.Net.Http.Headers;

namespace MisterAssist.Api.Http;

/// <summary>That an operation gives documents for people too, by <c>Accept</c>.</summary>
internal sealed record GivenDocuments
{
    public const string Json = "application/json";
    public const string Html = "text/html";
    public const string Pdf = "application/pdf";

    /// <summary>The types that are not JSON.</summary>
    public static IReadOnlyList<string> ForPeople { get; } = [Html, Pdf];

    /// <summary>The type that the caller likes best; JSON where none of ours is liked better.</summary>
    public static string BestFor(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept;
        return new[] { Json, Html, Pdf }.MaxBy(type => QualityOf(type, wanted))!;
    }

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
