using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.ApiKeys;

internal sealed class SqlApiKeyReader(DbSession db) : IApiKeyReader
{
    internal const string Select = """
        SELECT k.id AS Id, k.name AS Name, k.kind AS Kind, k.scopes AS Scopes, k.all_customers AS AllCustomers,
               k.secret_hash AS SecretHash, k.secret_prefix AS SecretPrefix, k.secret_end AS SecretEnd, k.created_at AS CreatedAt,
               k.expires_at AS ExpiresAt, k.last_used_at AS LastUsedAt, k.revoked_at AS RevokedAt, k.replaced_by AS ReplacedBy,
               k.version AS Version, c.customer_id AS CustomerId
        FROM api_key k
        LEFT JOIN api_key_customer c ON c.key_id = k.id
        """;

    /// <summary>Sorts after every id, in any collation: the digits of ids end with it, and none of them begins so.</summary>
    private const string End = "z";

    private const string List = $"""
        {Select}
        WHERE k.id IN (SELECT id FROM api_key WHERE id < @Before ORDER BY id DESC LIMIT @Limit)
        ORDER BY k.id DESC, c.customer_id
        """;

    public async Task<Page<ApiKey>> ListAsync(int limit, ApiKeyId? before, CancellationToken ct)
    {
        var parameters = new { Before = DbText.From(before?.Value) ?? End, Limit = limit + 1 };
        var rows = await db.QueryAsync<ApiKeyRow>(List, parameters, ct);
        return Page.FromOneMore(ApiKeyRow.ToKeys(rows), limit);
    }
}
