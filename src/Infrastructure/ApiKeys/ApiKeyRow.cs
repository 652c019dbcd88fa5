using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.ApiKeys;

/// <summary>A key joined with one of the customers that it may see, or with none where it may see all.</summary>
internal sealed class ApiKeyRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required string Scopes { get; init; }

    public required bool AllCustomers { get; init; }

    public required string SecretHash { get; init; }

    public required string SecretPrefix { get; init; }

    public required string SecretEnd { get; init; }

    public required string CreatedAt { get; init; }

    public string? ExpiresAt { get; init; }

    public string? LastUsedAt { get; init; }

    public string? RevokedAt { get; init; }

    public string? ReplacedBy { get; init; }

    public required int Version { get; init; }

    public string? CustomerId { get; init; }

    public static ApiKeyRow From(ApiKeyState key) => new()
    {
        Id = DbText.From(key.Id.Value),
        Name = key.Name,
        Kind = DbText.From(key.Kind),
        Scopes = string.Join(' ', key.Scopes.Select(scope => scope.Name())),
        AllCustomers = key.Reach.Only is null,
        SecretHash = key.Secret.Hash,
        SecretPrefix = key.Secret.Prefix,
        SecretEnd = key.Secret.LastFour,
        CreatedAt = DbText.From(key.CreatedAt),
        ExpiresAt = DbText.From(key.ExpiresAt),
        LastUsedAt = DbText.From(key.LastUsedAt),
        RevokedAt = DbText.From(key.RevokedAt),
        ReplacedBy = DbText.From(key.ReplacedBy?.Value),
        Version = key.Version,
    };

    /// <summary>The keys of rows that were read, in the order of their first ones.</summary>
    public static IReadOnlyList<ApiKey> ToKeys(IReadOnlyList<ApiKeyRow> rows) =>
        [.. rows.GroupBy(row => row.Id).Select(group => group.First().ToKey(group.Select(row => row.CustomerId).OfType<string>()))];

    private ApiKey ToKey(IEnumerable<string> customers) => ApiKey.FromState(new(
        new(DbText.ToId(Id)),
        Name,
        DbText.ToEnum<KeyKind>(Kind),
        [.. Scopes.Split(' ').Select(ToScope)],
        AllCustomers ? CustomerReach.All : CustomerReach.Of(customers.Select(id => new CustomerId(DbText.ToId(id)))),
        new(SecretHash, SecretPrefix, SecretEnd),
        DbText.ToInstant(CreatedAt),
        DbText.ToInstantOrNull(ExpiresAt),
        DbText.ToInstantOrNull(LastUsedAt),
        DbText.ToInstantOrNull(RevokedAt),
        ReplacedBy is null ? null : new(DbText.ToId(ReplacedBy)),
        Version));

    private static Scope ToScope(string name) =>
        ScopeNames.TryParse(name, out var scope) ? scope : throw new FormatException($"'{name}' is not a scope");
}
