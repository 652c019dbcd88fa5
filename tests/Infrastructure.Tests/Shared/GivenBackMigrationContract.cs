using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A database as it was when one document charged fees and gave others back, with a draft that does, one that does not, and a run over two customers.</summary>
public abstract class GivenBackMigrationContract : StoreContract
{
    private const string LastBefore = "0018_set_off";

    private const string Before = """
        INSERT INTO customer (id, kind, name, name_folded, street, postal_code, city, country, ask_before_any_part, created_at, version)
        VALUES ('one', 'company', 'One', 'ONE', 'Via Roma 1', '00100', 'Roma', 'IT', 0, '2026-01-01', 1),
               ('two', 'company', 'Two', 'TWO', 'Via Roma 2', '00100', 'Roma', 'IT', 0, '2026-01-01', 1);
        INSERT INTO contract (id, customer_id, starts_on, ends_on, counted_from, starts_at, ends_at, created_at, version)
        SELECT id, id, '2026-01-01', '2026-12-31', '2026-01-01', '2026-01-01', '2026-12-31', '2026-01-01', 1 FROM customer;
        INSERT INTO charge (id, customer_id, state, accrued_on, contract_id, fee_number, fee, amount, line)
        VALUES ('c1', 'one', 'billed', '2026-11-01', 'one', 2, '{}', -100, '{}'), ('c2', 'one', 'billed', '2026-11-01', 'one', 3, '{}', 200, '{}'),
               ('c3', 'two', 'billed', '2026-11-01', 'two', 1, '{}', 300, '{}');
        INSERT INTO invoice (id, customer_id, month, created_at, status, credited, paid, credited_lines, payments, version)
        VALUES ('d1', 'one', '2026-11', '2026-12-01', 'draft', 0, 0, '[]', '[]', 1), ('d2', 'two', '2026-11', '2026-12-01', 'draft', 0, 0, '[]', '[]', 1);
        INSERT INTO invoice_line (invoice_id, charge_id, stands) VALUES ('d1', 'c1', 1), ('d1', 'c2', 1), ('d2', 'c3', 1);
        INSERT INTO billing_run (id, month, issues, status, requested_by, created_at, tally, version)
        VALUES ('run', '2026-11', 0, 'completed', '{}', '2026-12-01', '{}', 1);
        INSERT INTO billing_outcome (run_id, customer_id, invoice_id, outcome, lines, net, total)
        VALUES ('run', 'two', 'd2', 'invoice', 1, 300, 366), ('run', 'one', 'd1', 'invoice', 2, 100, 122);
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    [SetUp]
    public async Task MigrateAsync()
    {
        await OlderSchema.MigrateAsync(Database, LastBefore);
        await Database.UseAsync<DbSession>(db => db.ExecuteAsync(Before, null, None));
        await Database.UseAsync<IDatabase>(all => all.MigrateAsync(None));
    }

    [Test]
    public async Task Drafts_ThatGaveFeesBackAmongOthers_AreMadeAnewByTheNextRun()
    {
        Assert.That(await ReadAsync("SELECT CONCAT(id, ' ', state) FROM charge ORDER BY id"), Is.EqualTo(new[] { "c1 open", "c2 open", "c3 billed" }));
        Assert.That(await ReadAsync("SELECT id FROM invoice"), Is.EqualTo(new[] { "d2" }));
        Assert.That(await ReadAsync("SELECT CONCAT(invoice_id, ' ', charge_id) FROM invoice_line"), Is.EqualTo(new[] { "d2 c3" }));
    }

    [Test]
    public async Task Outcomes_OfRunsOfBefore_AreNumberedByCustomer() => Assert.That(
        await ReadAsync("SELECT CONCAT(number, ' ', customer_id, ' ', lines, ' ', net, ' ', total) FROM billing_run_outcome ORDER BY number"),
        Is.EqualTo(new[] { "1 one 2 100 122", "2 two 1 300 366" }));

    private Task<IReadOnlyList<string>> ReadAsync(string sql) => Database.UseAsync<DbSession, IReadOnlyList<string>>(db => db.QueryAsync<string>(sql, null, None));
}
