namespace MisterAssist.Application.Shared;

/// <summary>Some items of a list in its stable order.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="HasMore">Whether the list goes on after the last of them.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, bool HasMore);

public static class Page
{
    /// <summary>Makes a page of what was found when one item more than wanted was asked for.</summary>
    public static Page<T> FromOneMore<T>(IReadOnlyList<T> found, int limit) =>
        found.Count > limit ? new([.. found.Take(limit)], HasMore: true) : new(found, HasMore: false);
}
