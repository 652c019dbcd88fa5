namespace MisterAssist.Application.Shared;

/// <summary>The versions of a thing on which the caller of a change is ready to act.</summary>
public sealed record KnownVersion
{
    private readonly IReadOnlyList<ReadVersion>? _versions;

    private KnownVersion(IReadOnlyList<ReadVersion>? versions) => _versions = versions;

    /// <summary>Whatever stands.</summary>
    public static KnownVersion Any { get; } = new((IReadOnlyList<ReadVersion>?)null);

    public static KnownVersion Of(params IReadOnlyList<long> versions) => new([.. versions.Select(number => new ReadVersion(number, null))]);

    public static KnownVersion Of(IReadOnlyList<ReadVersion> versions) => new(versions);

    /// <summary>Requires that the caller knows what stands.</summary>
    /// <param name="current">The version.</param>
    /// <param name="content">What tells its content from others of the same number: then the caller has to have read that; null where nothing does.</param>
    /// <exception cref="StaleVersionException">Another version stands than the caller knows, or says something else meanwhile.</exception>
    public void Require(long current, string? content = null)
    {
        if (_versions is not null && !_versions.Any(version => version.Number == current && (content is null || version.Content == content)))
            throw new StaleVersionException(current, content);
    }
}

/// <summary>A version as the caller read it.</summary>
/// <param name="Number">Of the thing.</param>
/// <param name="Content">What tells its content from other ones of the same number; null where nothing does.</param>
public sealed record ReadVersion(long Number, string? Content);

/// <summary>A change was asked for by somebody who knows an older version than the one that stands.</summary>
public sealed class StaleVersionException(long current, string? content) : Exception($"Version {current} stands.")
{
    public long Current { get; } = current;

    /// <summary>Null where the number says all.</summary>
    public string? Content { get; } = content;
}
