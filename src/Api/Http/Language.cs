namespace MisterAssist.Api.Http;

internal static class Language
{
    /// <summary>Whether the caller prefers Italian to English; who asks for neither gets English.</summary>
    public static bool IsItalian(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(wanted => wanted.Quality != 0)
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => wanted.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "it" or "en") == "it";
}
