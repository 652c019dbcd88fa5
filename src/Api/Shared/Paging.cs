using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MisterAssist.Api.Errors;
using MisterAssist.Application.Shared;

namespace MisterAssist.Api.Shared;

/// <summary>Some items of a list.</summary>
internal sealed record PageResponse<T>
{
    /// <summary>The items, in the list's stable order.</summary>
    [MaxLength(Paging.MaxLimit)]
    public required IReadOnlyList<T> Data { get; init; }

    /// <summary>Give it as `cursor` to read on; null when the list ends here.</summary>
    [StringLength(Paging.MaxCursorLength)]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? NextCursor { get; init; }
}

/// <summary>Cursors: opaque to the caller, and good only for the list, filters and order that they were made for.</summary>
internal static class Paging
{
    public const int DefaultLimit = 25;
    public const int MaxLimit = 100;
    public const int MaxCursorLength = 500;

    /// <param name="page">What was found.</param>
    /// <param name="list">The list with its filters, such as <c>plan-versions silver</c>.</param>
    /// <param name="keyOf">What the order of the list goes by, the last item's being where the next page begins.</param>
    /// <param name="toItem">How an item is told.</param>
    /// <param name="response">Gets the <c>Link</c> header.</param>
    public static PageResponse<TItem> ToResponse<T, TItem>(
        this Page<T> page, string list, Func<T, string[]> keyOf, Func<T, TItem> toItem, HttpResponse response)
    {
        var next = page.HasMore ? Encode(list, keyOf(page.Items[^1])) : null;
        if (next is not null)
        {
            var request = response.HttpContext.Request;
            var query = QueryString.Create(request.Query.Where(p => p.Key != "cursor")).Add("cursor", next);
            response.Headers.Link = $"<{request.PathBase}{request.Path}{query}>; rel=\"next\"";
        }

        return new() { Data = [.. page.Items.Select(toItem)], NextCursor = next };
    }

    /// <summary>The key at which a page begins, or null for the first one.</summary>
    /// <param name="list">The list with its filters.</param>
    /// <param name="cursor">As the caller gave it.</param>
    /// <param name="read">Reads the key, or gives null where it is not one of this list.</param>
    /// <exception cref="InvalidRequestException">The cursor was not made by this list.</exception>
    public static TKey? Decode<TKey>(string list, string? cursor, Func<string[], TKey?> read)
        where TKey : struct
    {
        if (cursor is null)
            return null;

        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor));
            if (parts is [var mark, .. var key] && mark == Mark(list) && read(key) is { } found)
                return found;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            // Told below, like a cursor of another list.
        }

        throw new InvalidRequestException(
            "invalid_cursor", [Fault.InParameter("cursor", "invalid_cursor", "The cursor does not belong to this list.")]);
    }

    /// <summary>The same for a list in the order of its ids: the last one of the page before.</summary>
    /// <exception cref="InvalidRequestException">The cursor was not made by this list.</exception>
    public static Guid? AfterId<TKind>(string list, string? cursor)
        where TKind : IResourceKind =>
        Decode(list, cursor, (Guid? (key) => key is [var text] && WireId<TKind>.TryParse(text, null, out var id) ? id.Value : null));

    private static string Encode(string list, string[] key) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<string[]>([Mark(list), .. key]));

    private static string Mark(string list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 6));
}
