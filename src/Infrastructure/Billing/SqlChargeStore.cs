using System.Data.Common;
using MisterAssist.Application.Billing;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Billing;

internal sealed class SqlChargeStore(DbSession db) : IChargeStore
{
    internal const string Insert = """
        INSERT INTO charge
          (id, customer_id, state, accrued_on, report_id, report_line, report_number, contract_id, fee_number, fee, amount, line)
        VALUES
          (@Id, @CustomerId, 'open', @AccruedOn, @ReportId, @ReportLine, @ReportNumber, @ContractId, @FeeNumber, @Fee, @Amount, @Line)
        """;

    private const string Debtors = """
        SELECT customer_id FROM charge WHERE state = 'open' AND accrued_on <= @UpTo AND customer_id > @After
        UNION
        SELECT customer_id FROM contract WHERE starts_on <= @UpTo AND customer_id > @After
        UNION
        SELECT customer_id FROM invoice WHERE status = 'draft' AND month <= @DraftsOf AND customer_id > @After
        """;

    private const string CountDebtors = $"SELECT COUNT(*) FROM ({Debtors}) debtors";

    private const string NextDebtors = $"{Debtors} ORDER BY customer_id LIMIT @Limit";

    private const string Select = """
        SELECT c.id AS Id, c.customer_id AS CustomerId, c.accrued_on AS AccruedOn, c.report_id AS ReportId, c.report_line AS ReportLine,
               c.report_number AS ReportNumber, c.contract_id AS ContractId, c.fee_number AS FeeNumber, c.fee AS Fee, c.amount AS Amount,
               c.line AS Line
        FROM charge c
        """;

    private const string Open = $"{Select} WHERE c.customer_id IN @Customers AND c.state = 'open' AND c.accrued_on <= @UpTo";

    private const string Fees = """
        SELECT f.contract_id AS ContractId, f.fee AS Fee, CASE f.state WHEN 'dropped' THEN 1 ELSE 0 END AS IsWaived
        FROM contract c
        JOIN charge f ON f.contract_id = c.id
        WHERE c.customer_id IN @Customers
        """;

    private const string StandingFees = """
        SELECT f.id AS ChargeId, f.contract_id AS ContractId, f.fee AS Fee, i.id AS InvoiceId, i.number AS Number
        FROM charge f
        JOIN invoice_line l ON l.charge_id = f.id AND l.stands = 1
        JOIN invoice i ON i.id = l.invoice_id
        WHERE f.contract_id IN @Contracts
        """;

    private const string On = $"{Select} JOIN invoice_line l ON l.charge_id = c.id WHERE l.invoice_id = @Invoice";

    private const string PutOn = "INSERT INTO invoice_line (invoice_id, charge_id, stands) VALUES (@Invoice, @Charge, 1)";

    private const string MarkBilled = "UPDATE charge SET state = 'billed' WHERE id IN @Charges AND state = 'open'";

    private const string TakeOff = "UPDATE invoice_line SET stands = 0 WHERE invoice_id = @Invoice AND charge_id IN @Charges AND stands = 1";

    private const string MarkFree = "UPDATE charge SET state = @State WHERE id IN @Charges AND state = 'billed'";

    private const string Drop = "UPDATE charge SET state = 'dropped' WHERE id IN @Charges AND state = 'open'";

    private const string InvoiceOf = """
        SELECT l.invoice_id
        FROM charge c
        JOIN invoice_line l ON l.charge_id = c.id AND l.stands = 1
        WHERE c.report_id = @Report
        ORDER BY l.invoice_id
        LIMIT 1
        """;

    /// <summary>So many fit into one statement on every engine.</summary>
    private const int AtOnce = 500;

    public async Task<int> CountDebtorsAsync(Debt debt, CancellationToken ct) =>
        await db.QueryFirstAsync<int>(CountDebtors, Parameters(debt, null, 0), ct);

    public async Task<IReadOnlyList<CustomerId>> NextDebtorsAsync(Debt debt, CustomerId? after, int limit, CancellationToken ct) =>
        [.. (await db.QueryAsync<string>(NextDebtors, Parameters(debt, after, limit), ct)).Select(id => new CustomerId(DbText.ToId(id)))];

    public async Task<IReadOnlyList<Charge>> OpenOfAsync(IReadOnlyCollection<CustomerId> customers, LocalDate upTo, CancellationToken ct)
    {
        var rows = await db.QueryAsync<ChargeRow>(Open, new { Customers = ToTexts(customers), UpTo = DbText.From(upTo) }, ct);
        return [.. rows.Select(row => row.ToCharge())];
    }

    public async Task<ILookup<ContractId, KnownFee>> FeesOfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct)
    {
        var rows = await db.QueryAsync<FeeRow>(Fees, new { Customers = ToTexts(customers) }, ct);
        return rows.ToLookup(row => new ContractId(DbText.ToId(row.ContractId)), row => new KnownFee(DomainJson.FromText<ContractFee>(row.Fee), row.IsWaived));
    }

    public async Task<IReadOnlyList<StandingFee>> StandingFeesOfAsync(IReadOnlyCollection<ContractId> contracts, CancellationToken ct)
    {
        var rows = await db.QueryAsync<StandingFeeRow>(StandingFees, new { Contracts = contracts.Select(contract => DbText.From(contract.Value)) }, ct);
        return [.. rows.Select(row => row.ToFee())];
    }

    public async Task<IReadOnlyList<Charge>> OnAsync(InvoiceId invoice, CancellationToken ct) =>
        [.. (await db.QueryAsync<ChargeRow>(On, new { Invoice = DbText.From(invoice.Value) }, ct)).Select(row => row.ToCharge())];

    public async Task AddAsync(IReadOnlyCollection<Charge> charges, CancellationToken ct)
    {
        if (charges.Count > 0)
            await db.ExecuteAsync(Insert, charges.Select(ChargeRow.From), ct);
    }

    public async Task BillAsync(InvoiceId invoice, IReadOnlyCollection<Charge> charges, CancellationToken ct)
    {
        try
        {
            await db.ExecuteAsync(
                PutOn, charges.Select(charge => new { Invoice = DbText.From(invoice.Value), Charge = DbText.From(charge.Id.Value) }), ct);
        }
        catch (DbException failure) when (failure.IsDuplicateKey())
        {
            throw BillingErrors.RunChangedMeanwhile();
        }

        foreach (var some in charges.Select(charge => DbText.From(charge.Id.Value)).Chunk(AtOnce))
        {
            if (await db.ExecuteAsync(MarkBilled, new { Charges = some }, ct) < some.Length)
                throw BillingErrors.RunChangedMeanwhile();
        }
    }

    public async Task FreeAsync(InvoiceId invoice, IReadOnlyCollection<ChargeId> charges, bool billAgain, CancellationToken ct)
    {
        foreach (var some in charges.Select(charge => DbText.From(charge.Value)).Chunk(AtOnce))
        {
            await db.ExecuteAsync(TakeOff, new { Invoice = DbText.From(invoice.Value), Charges = some }, ct);
            await db.ExecuteAsync(MarkFree, new { State = billAgain ? "open" : "dropped", Charges = some }, ct);
        }
    }

    public async Task DropAsync(IReadOnlyCollection<ChargeId> charges, CancellationToken ct)
    {
        foreach (var some in charges.Select(charge => DbText.From(charge.Value)).Chunk(AtOnce))
            await db.ExecuteAsync(Drop, new { Charges = some }, ct);
    }

    public async Task<InvoiceId?> FindInvoiceOfAsync(WorkReportId report, CancellationToken ct) =>
        await db.QueryFirstAsync<string>(InvoiceOf, new { Report = DbText.From(report.Value) }, ct) is { } id ? new(DbText.ToId(id)) : null;

    private static object Parameters(Debt debt, CustomerId? after, int limit) => new
    {
        UpTo = DbText.From(debt.UpTo),
        DraftsOf = debt.DraftsOf is { } month ? DbText.From(month) : "",
        After = DbText.From(after?.Value) ?? "",
        Limit = limit,
    };

    private static IEnumerable<string> ToTexts(IEnumerable<CustomerId> customers) => customers.Select(customer => DbText.From(customer.Value));
}
