using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Api.ApiKeys;

/// <summary>What a new API key is for.</summary>
internal sealed record CreateApiKeyRequest
{
    /// <summary>Who will hold it, as timelines will show it.</summary>
    [StringLength(ApiKey.MaxNameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>On whose side its holder is. It decides which scopes the key may have, and how what it does is told.</summary>
    public required KeyKind Kind { get; init; }

    /// <summary>What it may do. `admin` stands for all; saying one twice is saying it once.</summary>
    [Length(1, 15)]
    public required IReadOnlyList<Scope> Scopes { get; init; }

    /// <summary>The ids of the customers that it may see; all of them where it is not said. A customer's key has to say it.</summary>
    [Length(1, CustomerReach.MaxCustomers)]
    public IReadOnlyList<WireId<CustomerKind>>? Customers { get; init; }

    /// <summary>From when on it does not work any more; it works until it is revoked where it is not said.</summary>
    public Instant? ExpiresAt { get; init; }

    public CreateApiKeyCommand ToCommand() =>
        new(Name, Kind, Scopes, Customers?.Select(id => new CustomerId(id.Value)).ToArray(), ExpiresAt);
}

/// <summary>How long the old secret works beside the new one.</summary>
internal sealed record RotateApiKeyRequest
{
    private const int UsualOverlapDays = 1;

    /// <summary>Days of 24 hours; 0 stops the old key at once. 1 where it is not said.</summary>
    [Range(0, ApiKey.MaxOverlapDays)]
    public int? OverlapDays { get; init; }

    public RotateApiKeyCommand ToCommand(ApiKeyId id, KnownVersion known) => new(id, OverlapDays ?? UsualOverlapDays, known);
}

/// <summary>An API key. Of its secret there is enough to recognise it, and not enough to use it.</summary>
internal sealed record ApiKeyResponse : IVersioned
{
    /// <summary>Its id, which is not secret.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>Who holds it, as timelines show it.</summary>
    [StringLength(ApiKey.MaxNameLength)]
    public required string Name { get; init; }

    /// <summary>On whose side its holder is.</summary>
    public required KeyKind Kind { get; init; }

    /// <summary>What it may do.</summary>
    [MaxLength(15)]
    public required IReadOnlyList<Scope> Scopes { get; init; }

    /// <summary>The ids of the customers that it may see; null where it may see all.</summary>
    [MaxLength(CustomerReach.MaxCustomers)]
    [ItemLength(30)]
    public required IReadOnlyList<string>? Customers { get; init; }

    /// <summary>Whether it can be used now.</summary>
    public required KeyStatus Status { get; init; }

    /// <summary>How its secret begins.</summary>
    [StringLength(ApiKeySecret.Length)]
    public required string Prefix { get; init; }

    /// <summary>How its secret ends.</summary>
    [StringLength(4)]
    public required string LastFour { get; init; }

    /// <summary>When it was issued.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>From when on it does not work any more; null for never.</summary>
    public required Instant? ExpiresAt { get; init; }

    /// <summary>The minute in which it was last used; null before the first time.</summary>
    public required Instant? LastUsedAt { get; init; }

    /// <summary>When it was taken back; null while it was not.</summary>
    public required Instant? RevokedAt { get; init; }

    /// <summary>The id of the key that rotation made in its place; null where it was not rotated.</summary>
    [StringLength(30)]
    public required string? ReplacedBy { get; init; }

    internal int Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    string IVersioned.Moment => string.Create(
        CultureInfo.InvariantCulture, $"{Status}-{LastUsedAt?.ToUnixTimeSeconds() / 60}");

    public static ApiKeyResponse Of(ApiKey key, Instant now) => new()
    {
        Id = key.Id.ToString(),
        Name = key.State.Name,
        Kind = key.State.Kind,
        Scopes = key.State.Scopes,
        Customers = key.State.Reach.Only?.Select(id => id.ToString()).ToArray(),
        Status = key.StatusAt(now),
        Prefix = key.State.Secret.Prefix,
        LastFour = key.State.Secret.LastFour,
        CreatedAt = key.State.CreatedAt,
        ExpiresAt = key.State.ExpiresAt,
        LastUsedAt = key.State.LastUsedAt,
        RevokedAt = key.State.RevokedAt,
        ReplacedBy = key.State.ReplacedBy?.ToString(),
        Number = key.State.Version,
    };
}

/// <summary>A key that was just issued. The secret is told here and never again.</summary>
internal sealed record IssuedApiKeyResponse : IVersioned
{
    /// <summary>The new key.</summary>
    public required ApiKeyResponse ApiKey { get; init; }

    /// <summary>What its holder sends in the header `X-Api-Key`; the last six characters are the CRC-32 of the thirty before, in base 62.</summary>
    [StringLength(ApiKeySecret.Length, MinimumLength = ApiKeySecret.Length)]
    [RegularExpression(ApiKeySecret.Pattern)]
    public required string Secret { get; init; }

    string IVersioned.Version => ((IVersioned)ApiKey).Version;

    string? IVersioned.Moment => ((IVersioned)ApiKey).Moment;

    public static IssuedApiKeyResponse Of(IssuedApiKey issued, Instant now) =>
        new() { ApiKey = ApiKeyResponse.Of(issued.Key, now), Secret = issued.Secret.Reveal() };
}

internal sealed class ApiKeyKind : IResourceKind
{
    public static string Prefix => ApiKeyId.Prefix;
}
