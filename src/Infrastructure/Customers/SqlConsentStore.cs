using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class SqlConsentStore(DbSession db) : IConsentStore
{
    private const string Select = """
        SELECT id AS Id, customer_id AS CustomerId, kind AS Kind, text_version AS TextVersion, given_on AS GivenOn,
               recorded_by AS RecordedBy, recorded_at AS RecordedAt, withdrawn_on AS WithdrawnOn,
               withdrawal_recorded_by AS WithdrawalRecordedBy, withdrawal_recorded_at AS WithdrawalRecordedAt
        FROM consent
        """;

    private const string Find = $"{Select} WHERE id = @Id AND customer_id = @Customer";

    private const string List =
        $"{Select} WHERE customer_id = @Customer AND id > @After ORDER BY id LIMIT @Limit";

    private const string Insert = """
        INSERT INTO consent
          (id, customer_id, kind, text_version, given_on, recorded_by, recorded_at, withdrawn_on, withdrawal_recorded_by,
           withdrawal_recorded_at)
        VALUES
          (@Id, @CustomerId, @Kind, @TextVersion, @GivenOn, @RecordedBy, @RecordedAt, @WithdrawnOn, @WithdrawalRecordedBy,
           @WithdrawalRecordedAt)
        """;

    private const string Update = """
        UPDATE consent
        SET withdrawn_on = @WithdrawnOn, withdrawal_recorded_by = @WithdrawalRecordedBy, withdrawal_recorded_at = @WithdrawalRecordedAt
        WHERE id = @Id AND withdrawn_on IS NULL
        """;

    public async Task<Consent?> FindAsync(CustomerId customer, ConsentId id, CustomerReach reach, CancellationToken ct)
    {
        if (!reach.Covers(customer))
            return null;

        var parameters = new { Id = DbText.From(id.Value), Customer = DbText.From(customer.Value) };
        return (await db.QueryFirstAsync<ConsentRow>(Find, parameters, ct))?.ToConsent();
    }

    public async Task<Page<Consent>> ListAsync(CustomerId customer, int limit, ConsentId? after, CancellationToken ct)
    {
        var parameters = new { Customer = DbText.From(customer.Value), After = DbText.From(after?.Value) ?? "", Limit = limit + 1 };
        var rows = await db.QueryAsync<ConsentRow>(List, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToConsent())], limit);
    }

    public Task AddAsync(Consent consent, CancellationToken ct) => db.ExecuteAsync(Insert, ConsentRow.From(consent), ct);

    public async Task SaveAsync(Consent consent, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, ConsentRow.From(consent), ct) == 0)
            throw CustomerErrors.ConsentWithdrawn();
    }
}
