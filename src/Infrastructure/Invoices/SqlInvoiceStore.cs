using MisterAssist.Application.Events;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Invoices;

internal sealed class SqlInvoiceStore(DbSession db, IEventLog events) : IInvoiceStore
{
    /// <summary>A server takes 2100 parameters in a statement.</summary>
    private const int AtOnce = 500;

    private const string Select = """
        SELECT i.id AS Id, i.customer_id AS CustomerId, i.month AS Month, i.created_at AS CreatedAt, i.status AS Status, i.kind AS Kind,
               i.number AS Number, i.issued_on AS IssuedOn, i.due_on AS DueOn, i.net AS Net, i.tax AS Tax, i.total AS Total, i.payable AS Payable,
               i.credited AS Credited, i.paid AS Paid, i.credits_id AS CreditsId, i.delivery AS Delivery, i.credited_lines AS CreditedLines,
               i.vat_left AS VatLeft, i.gives_back_id AS GivesBackId, i.payments AS Payments, i.version AS Version, s.content AS Content, s.sha256 AS Sha256
        FROM invoice i
        LEFT JOIN issued_invoice s ON s.invoice_id = i.id
        """;

    private const string Deliveries = """
        SELECT invoice_id AS InvoiceId, number AS Number, progressive AS Progressive, state AS State, sent_at AS SentAt, answered_at AS AnsweredAt,
               code AS Code, message AS Message, "file" AS "File"
        FROM invoice_delivery
        WHERE invoice_id IN @Invoices
        """;

    private const string Several = $"{Select} WHERE i.id IN @Ids";

    private const string Drafts = $"{Select} WHERE i.status = 'draft' AND i.customer_id IN @Customers";

    private const string LastOn = "SELECT MAX(last_on) FROM invoice_number WHERE kind = @Kind";

    private const string CountOn = "UPDATE invoice_number SET last = last + 1, last_on = @Today WHERE kind = @Kind AND year = @Year";

    private const string CountFirst = "INSERT INTO invoice_number (kind, year, last, last_on) VALUES (@Kind, @Year, 1, @Today)";

    private const string Last = "SELECT last FROM invoice_number WHERE kind = @Kind AND year = @Year";

    private const string CountFile = "UPDATE invoice_file_number SET last = last + 1 WHERE id = 1";

    private const string LastFile = "SELECT last FROM invoice_file_number WHERE id = 1";

    private const string Insert = """
        INSERT INTO invoice
          (id, customer_id, month, created_at, status, kind, number, issued_on, due_on, net, tax, total, payable, credited, paid, credits_id,
           delivery, credited_lines, vat_left, gives_back_id, payments, version)
        VALUES
          (@Id, @CustomerId, @Month, @CreatedAt, @Status, @Kind, @Number, @IssuedOn, @DueOn, @Net, @Tax, @Total, @Payable, @Credited, @Paid,
           @CreditsId, @Delivery, @CreditedLines, @VatLeft, @GivesBackId, @Payments, @Version)
        """;

    private const string Update = """
        UPDATE invoice
        SET status = @Status, kind = @Kind, number = @Number, issued_on = @IssuedOn, due_on = @DueOn, net = @Net, tax = @Tax, total = @Total,
            payable = @Payable, credited = @Credited, paid = @Paid, credits_id = @CreditsId, delivery = @Delivery,
            credited_lines = @CreditedLines, vat_left = @VatLeft, payments = @Payments, version = @Version
        WHERE id = @Id AND version = @LoadedVersion
        """;

    private const string InsertIssued = """
        INSERT INTO issued_invoice (invoice_id, content, sha256)
        SELECT @Id, @Content, @Sha256
        WHERE NOT EXISTS (SELECT 1 FROM issued_invoice WHERE invoice_id = @Id)
        """;

    private const string UpdateDelivery = """
        UPDATE invoice_delivery
        SET state = @State, sent_at = @SentAt, answered_at = @AnsweredAt, code = @Code, message = @Message, "file" = @File
        WHERE invoice_id = @InvoiceId AND number = @Number
        """;

    private const string InsertDelivery = """
        INSERT INTO invoice_delivery (invoice_id, number, progressive, state, sent_at, answered_at, code, message, "file")
        VALUES (@InvoiceId, @Number, @Progressive, @State, @SentAt, @AnsweredAt, @Code, @Message, @File)
        """;

    private const string RemoveLines = "DELETE FROM invoice_line WHERE invoice_id = @Id";

    private const string Remove = "DELETE FROM invoice WHERE id = @Id AND status = 'draft' AND version = @LoadedVersion";

    public async Task<Invoice?> FindAsync(InvoiceId id, CustomerReach reach, bool withDrafts, CancellationToken ct)
    {
        var conditions = new Conditions();
        conditions.Add("i.id = @Id", ("Id", DbText.From(id.Value)));
        if (reach.Only is { } only)
            conditions.Add("i.customer_id IN @Reach", ("Reach", only.Select(customer => DbText.From(customer.Value))));
        if (!withDrafts)
            conditions.Add("i.status <> 'draft'");
        return (await LoadAsync($"{Select}\n{conditions.Where}", conditions.With("Limit", 1), ct)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<Invoice>> FindAllAsync(IReadOnlyCollection<InvoiceId> ids, CancellationToken ct)
    {
        var found = new List<Invoice>();
        foreach (var some in ids.Select(id => DbText.From(id.Value)).Chunk(AtOnce))
            found.AddRange(await LoadAsync(Several, new { Ids = some }, ct));
        return found;
    }

    public Task<IReadOnlyList<Invoice>> DraftsOfAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken ct) =>
        LoadAsync(Drafts, new { Customers = customers.Select(customer => DbText.From(customer.Value)) }, ct);

    public async Task RequireDateAsync(InvoiceKind kind, LocalDate today, CancellationToken ct)
    {
        if (DbText.ToDateOrNull(await db.QueryFirstAsync<string>(LastOn, new { Kind = DbText.From(kind) }, ct)) is { } last && last > today)
            throw InvoiceErrors.DateBeforeLast(last);
    }

    public async Task<InvoiceNumber> NextNumberAsync(InvoiceKind kind, LocalDate today, CancellationToken ct)
    {
        await RequireDateAsync(kind, today, ct);
        var parameters = new { Kind = DbText.From(kind), today.Year, Today = DbText.From(today) };
        if (await db.ExecuteAsync(CountOn, parameters, ct) == 0)
            await db.ExecuteAsync(CountFirst, parameters, ct);
        return new(kind, today.Year, await db.QueryFirstAsync<int>(Last, parameters, ct));
    }

    public async Task<Progressive> NextProgressiveAsync(CancellationToken ct)
    {
        await db.ExecuteAsync(CountFile, null, ct);
        return new(await db.QueryFirstAsync<int>(LastFile, null, ct));
    }

    public async Task AddAsync(Invoice invoice, CancellationToken ct)
    {
        var row = InvoiceRow.From(invoice);
        await db.ExecuteAsync(Insert, row, ct);
        await KeepAsync(invoice, row, ct);
    }

    public async Task SaveAsync(Invoice invoice, CancellationToken ct)
    {
        var row = InvoiceRow.From(invoice);
        if (await db.ExecuteAsync(Update, row, ct) == 0)
            throw InvoiceErrors.ChangedMeanwhile();

        await KeepAsync(invoice, row, ct);
    }

    public async Task RemoveAsync(Invoice draft, CancellationToken ct)
    {
        var row = InvoiceRow.From(draft);
        await db.ExecuteAsync(RemoveLines, row, ct);
        if (await db.ExecuteAsync(Remove, row, ct) == 0)
            throw InvoiceErrors.ChangedMeanwhile();

        await events.AppendAsync(draft.Events, ct);
    }

    private async Task KeepAsync(Invoice invoice, InvoiceRow row, CancellationToken ct)
    {
        if (row.Content is not null)
            await db.ExecuteAsync(InsertIssued, row, ct);
        foreach (var attempt in invoice.ToState().Deliveries.Select(attempt => DeliveryRow.From(invoice.Id, attempt)))
        {
            if (await db.ExecuteAsync(UpdateDelivery, attempt, ct) == 0)
                await db.ExecuteAsync(InsertDelivery, attempt, ct);
        }

        await events.AppendAsync(invoice.Events, ct);
    }

    private Task<IReadOnlyList<Invoice>> LoadAsync(string sql, object parameters, CancellationToken ct) => db.ReadAsync(
        async () =>
        {
            var rows = await db.QueryAsync<InvoiceRow>(sql, parameters, ct);
            var deliveries = rows.Count == 0
                ? []
                : await db.QueryAsync<DeliveryRow>(Deliveries, new { Invoices = rows.Select(row => row.Id) }, ct);
            var byInvoice = deliveries.ToLookup(delivery => delivery.InvoiceId);
            return (IReadOnlyList<Invoice>)[.. rows.Select(row => row.ToInvoice(byInvoice[row.Id]))];
        },
        ct);
}
