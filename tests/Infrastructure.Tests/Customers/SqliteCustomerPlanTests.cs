using MisterAssist.Application.Customers;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.TestKit.Sla;

namespace MisterAssist.Infrastructure.Tests.Customers;

/// <summary>Whoever knows the number of a customer has not all of them read through.</summary>
public sealed class SqliteCustomerPlanTests : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly CustomerId Last = CustomerId.New(Moments.Utc("2026-11-20T18:30:00Z"));

    [TestCase("01234567897", null, false, "SEARCH customer USING INDEX ix_customer_vat_number (vat_number=?)")]
    [TestCase("01234567897", null, true, "SEARCH customer USING INDEX ix_customer_vat_number (vat_number=? AND id>?)")]
    [TestCase(null, "RSSNNA80A41F205S", false, "SEARCH customer USING INDEX ix_customer_tax_code (tax_code=?)")]
    [TestCase(null, null, true, "SEARCH customer USING INDEX sqlite_autoindex_customer_1 (id>?)")]
    public async Task ListCustomers_ByNumber_SearchesItsIndex(string? vatNumber, string? taxCode, bool later, string expected)
    {
        var filter = new CustomerFilter(null, null, vatNumber, taxCode);

        var plan = await Database.PlanOfFirstAsync<ICustomerStore>(
            customers => customers.ListAsync(filter, CustomerReach.All, 25, later ? Last : null, None));

        Assert.That(plan, Is.EqualTo(expected));
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteFile.MigratedAsync();
}
