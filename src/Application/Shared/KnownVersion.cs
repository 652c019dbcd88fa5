namespace MisterAssist.Application.Shared;

/// <summary>The versions of a thing on which the caller of a change is ready to act.</summary>
public sealed record KnownVersion
{
    private readonly IReadOnlyList<long>? _versions;

    private KnownVersion(IReadOnlyList<long>? versions) => _versions = versions;

    /// <summary>Whatever stands.</summary>
    public static KnownVersion Any { get; } = new((IReadOnlyList<long>?)null);

    public static KnownVersion Of(params IReadOnlyList<long> versions) => new(versions);

    /// <exception cref="StaleVersionException">Another version stands than the caller knows.</exception>
    public void Require(long current)
    {
        if (_versions is not null && !_versions.Contains(current))
            throw new StaleVersionException(current);
    }
}

/// <summary>A change was asked for by somebody who knows an older version than the one that stands.</summary>
public sealed class StaleVersionException(long current) : Exception($"Version {current} stands.")
{
    public long Current { get; } = current;
}
