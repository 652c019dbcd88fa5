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

    /// <exception cref="StaleVersionException">Another version stands than the caller knows.</exception>
    public void Require(long current)
    {
        if (_versions is not null && !_versions.Any(version => version.Number == current))
            throw new StaleVersionException(current, null);
    }

    /// <summary>Requires the very content that the caller read, where that is different when other things change than the one with the version.</summary>
    /// <exception cref="StaleVersionException">Another version stands than the caller knows, or says something else meanwhile.</exception>
    public void Require(long current, string content)
    {
        if (_versions is not null && !_versions.Any(version => version.Number == current && version.Content == content))
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
