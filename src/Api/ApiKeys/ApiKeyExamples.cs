using MisterAssist.Api.Shared;
using MisterAssist.Domain.ApiKeys;
using NodaTime;

namespace MisterAssist.Api.ApiKeys;

/// <summary>What the documentation shows: a partner's monitoring reports for one customer.</summary>
internal static class ApiKeyExamples
{
    private static readonly string Customer = "cus_01kaj3b6q0e1r8v5x2m9t4c7hw";

    public static CreateApiKeyRequest CreateRequest { get; } = new()
    {
        Name = "Rete Sicura monitoring",
        Kind = KeyKind.Partner,
        Scopes = [Scope.TicketsRead, Scope.TicketsWrite],
        Customers = [WireId<CustomerKind>.Parse(Customer, null)],
        ExpiresAt = Instant.FromUtc(2027, 11, 20, 0, 0),
    };

    public static RotateApiKeyRequest RotateRequest { get; } = new() { OverlapDays = 2 };

    public static ApiKeyResponse Key { get; } = new()
    {
        Id = "key_01kaj3b6q0e1r8v5x2m9t4c7hw",
        Name = "Rete Sicura monitoring",
        Kind = KeyKind.Partner,
        Scopes = [Scope.TicketsRead, Scope.TicketsWrite],
        Customers = [Customer],
        Status = KeyStatus.Active,
        Prefix = "ma_live_q7Zt",
        LastFour = "9KdE",
        CreatedAt = Instant.FromUtc(2026, 11, 20, 18, 30),
        ExpiresAt = Instant.FromUtc(2027, 11, 20, 0, 0),
        LastUsedAt = Instant.FromUtc(2026, 11, 20, 19, 4),
        RevokedAt = null,
        ReplacedBy = null,
    };

    public static ApiKeyResponse Revoked { get; } =
        Key with { Status = KeyStatus.Revoked, RevokedAt = Instant.FromUtc(2026, 11, 21, 8, 0) };

    public static IssuedApiKeyResponse Issued { get; } = new()
    {
        ApiKey = Key with { LastUsedAt = null },
        Secret = "ma_live_q7ZtExampleOnlyNotARealSecret0009KdE",
    };

    public static PageResponse<ApiKeyResponse> Page { get; } = new() { Data = [Key], NextCursor = null };
}
