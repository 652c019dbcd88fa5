using NodaTime;

namespace MisterAssist.Domain.ApiKeys;

/// <summary>All that is known of an API key.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Name">Who holds it, as timelines show it.</param>
/// <param name="Kind">On whose side its holder is.</param>
/// <param name="Scopes">What it may do, each once.</param>
/// <param name="Reach">The customers that it may see.</param>
/// <param name="Secret">What is kept of its secret.</param>
/// <param name="CreatedAt">When it was issued.</param>
/// <param name="ExpiresAt">From when on it does not work any more; null for never.</param>
/// <param name="LastUsedAt">The minute of its last use; null before the first.</param>
/// <param name="RevokedAt">When it was taken back; null while it was not.</param>
/// <param name="ReplacedBy">The key that rotation made in its place; null where it was not rotated.</param>
/// <param name="Version">1 at first, one more with each change; use is none.</param>
public sealed record ApiKeyState(
    ApiKeyId Id,
    string Name,
    KeyKind Kind,
    IReadOnlyList<Scope> Scopes,
    CustomerReach Reach,
    KeptSecret Secret,
    Instant CreatedAt,
    Instant? ExpiresAt,
    Instant? LastUsedAt,
    Instant? RevokedAt,
    ApiKeyId? ReplacedBy,
    int Version);
