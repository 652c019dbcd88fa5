using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MisterAssist.Application.Documents;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Http;

/// <summary>Gives documents for people in the form that was asked for.</summary>
internal static class DocumentAnswers
{
    /// <summary>The page that is made in the caller's language, as HTML or as PDF.</summary>
    /// <param name="writer">Makes documents.</param>
    /// <param name="type">HTML or PDF.</param>
    /// <param name="compose">Makes the page in a language.</param>
    /// <param name="name">Of the file, without what comes after the full stop.</param>
    /// <param name="version">Of what is shown: each form and language is one of its own of it.</param>
    /// <param name="context">Of the request.</param>
    public static FileContentHttpResult Give(
        this IDocumentWriter writer, string type, Func<Language, DocumentPage> compose, string? name, string version, HttpContext context)
    {
        var language = PreferredLanguage.Of(context.Request);
        var page = compose(language);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        context.Response.Headers.ContentLanguage = language.Tag();
        return type == GivenDocuments.Html
            ? TypedResults.File(Encoding.UTF8.GetBytes(writer.Html(page)), $"{GivenDocuments.Html}; charset=utf-8", entityTag: TagOf("html"))
            : TypedResults.File(writer.Pdf(page), GivenDocuments.Pdf, $"{name ?? "draft"}.pdf", entityTag: TagOf("pdf"));

        EntityTagHeaderValue TagOf(string form) => new($"\"{version}-{form}-{language}\"");
    }
}
