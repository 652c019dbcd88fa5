using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.TestKit.ApiKeys;

/// <summary>Keys that are valid as they come; a test says only what matters.</summary>
public static class ApiKeySamples
{
    public static readonly Instant Issued = Instant.FromUtc(2026, 11, 20, 18, 30);

    public static KeyTerms Terms(
        KeyKind kind = KeyKind.Partner, Scope[]? scopes = null, CustomerReach? reach = null, Instant? expiresAt = null) =>
        new("Rete Sicura", kind, scopes ?? [Scope.TicketsRead], reach ?? CustomerReach.All, expiresAt);

    public static ApiKey Key(KeyTerms? terms = null, ApiKeySecret? secret = null, Instant? at = null) =>
        ApiKey.Issue(terms ?? Terms(), secret ?? ApiKeySecret.New(), at ?? Issued);

    public static CustomerReach Customers(int count) => CustomerReach.Of(Enumerable.Range(0, count).Select(_ => CustomerId.New(Issued)));
}
