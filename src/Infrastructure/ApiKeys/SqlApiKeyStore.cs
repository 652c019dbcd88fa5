using MisterAssist.Application.ApiKeys;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.ApiKeys;

internal sealed class SqlApiKeyStore(DbSession db) : IApiKeyStore
{
    private const string Find = $"{SqlApiKeyReader.Select} WHERE k.id = @Id ORDER BY c.customer_id";

    internal const string FindBySecret = $"{SqlApiKeyReader.Select} WHERE k.secret_hash = @Hash ORDER BY c.customer_id";

    private const string HasAny = "SELECT COUNT(*) FROM api_key";

    private const string Insert = """
        INSERT INTO api_key
          (id, name, kind, scopes, all_customers, secret_hash, secret_prefix, secret_end, created_at, expires_at, last_used_at, revoked_at,
           replaced_by, version)
        VALUES
          (@Id, @Name, @Kind, @Scopes, @AllCustomers, @SecretHash, @SecretPrefix, @SecretEnd, @CreatedAt, @ExpiresAt, @LastUsedAt, @RevokedAt,
           @ReplacedBy, @Version)
        """;

    private const string InsertCustomer = "INSERT INTO api_key_customer (key_id, customer_id) VALUES (@KeyId, @CustomerId)";

    private const string Update = """
        UPDATE api_key
        SET expires_at = @ExpiresAt, revoked_at = @RevokedAt, replaced_by = @ReplacedBy, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    private const string RecordUse =
        "UPDATE api_key SET last_used_at = @At WHERE id = @Id AND (last_used_at IS NULL OR last_used_at < @At)";

    public async Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct) =>
        ApiKeyRow.ToKeys(await db.QueryAsync<ApiKeyRow>(Find, new { Id = DbText.From(id.Value) }, ct)).SingleOrDefault();

    public async Task<ApiKey?> FindBySecretAsync(string hash, CancellationToken ct) =>
        ApiKeyRow.ToKeys(await db.QueryAsync<ApiKeyRow>(FindBySecret, new { Hash = hash }, ct)).SingleOrDefault();

    public async Task<bool> HasAnyAsync(CancellationToken ct) => await db.QueryFirstAsync<int>(HasAny, null, ct) > 0;

    public async Task AddAsync(ApiKey key, CancellationToken ct)
    {
        await db.ExecuteAsync(Insert, ApiKeyRow.From(key.State), ct);
        foreach (var customer in key.State.Reach.Only ?? [])
            await db.ExecuteAsync(InsertCustomer, new { KeyId = DbText.From(key.Id.Value), CustomerId = DbText.From(customer.Value) }, ct);
    }

    public async Task SaveAsync(ApiKey key, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, ApiKeyRow.From(key.State), ct) == 0)
            throw ApiKeyErrors.ChangedMeanwhile(key.Id);
    }

    public Task RecordUseAsync(ApiKeyId id, Instant at, CancellationToken ct) =>
        db.ExecuteAsync(RecordUse, new { Id = DbText.From(id.Value), At = DbText.From(at) }, ct);
}
