using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Http;

internal static class PreferredLanguage
{
    /// <summary>The one of ours that the caller likes best; who asks for neither gets English.</summary>
    public static Language Of(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(wanted => wanted.Quality != 0)
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => wanted.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "it" or "en") == "it"
            ? Language.Italian
            : Language.English;
}
