using System.ComponentModel.DataAnnotations;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Shared;

/// <summary>A text in both languages.</summary>
internal sealed record LocalizedTextRequest
{
    /// <summary>Italian.</summary>
    [StringLength(LocalizedText.MaxLength, MinimumLength = 1)]
    public required string It { get; init; }

    /// <summary>English.</summary>
    [StringLength(LocalizedText.MaxLength, MinimumLength = 1)]
    public required string En { get; init; }

    public LocalizedText ToText() => new(It, En);
}

/// <summary>A text in both languages.</summary>
internal sealed record LocalizedTextResponse
{
    /// <summary>Italian.</summary>
    [StringLength(2 * LocalizedText.MaxLength)]
    public required string It { get; init; }

    /// <summary>English.</summary>
    [StringLength(2 * LocalizedText.MaxLength)]
    public required string En { get; init; }

    public static LocalizedTextResponse Of(LocalizedText text) => new() { It = text.It, En = text.En };
}
