using Microsoft.Data.Sqlite;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Shared;

namespace MisterAssist.Infrastructure.Tests.Invoices;

public sealed class SqliteInvoiceStoreTests : InvoiceStoreContract
{
    [TestCase("UPDATE issued_invoice SET content = '{}'", "an issued invoice never changes")]
    [TestCase("UPDATE issued_invoice SET sha256 = sha256", "an issued invoice never changes")]
    [TestCase("INSERT OR REPLACE INTO issued_invoice (invoice_id, content, sha256) SELECT invoice_id, '{}', sha256 FROM issued_invoice", "an issued invoice is written once")]
    [TestCase("DELETE FROM issued_invoice", "an issued invoice is kept")]
    public async Task Issued_ThroughNoStatement_IsChangedOrTakenAway(string statement, string why)
    {
        var invoice = await IssuedAsync();

        var refusal = Assert.ThrowsAsync<SqliteException>(() => Database.UseAsync<DbSession>(db => db.ExecuteAsync(statement, null, None)));

        Assert.That(refusal!.Message, Does.Contain(why));
        Assert.That((await FindAsync(invoice.Id))!.ToState().Issued!.Text, Is.EqualTo(invoice.ToState().Issued!.Text));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
