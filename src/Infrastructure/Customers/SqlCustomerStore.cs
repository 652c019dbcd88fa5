using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class SqlCustomerStore(DbSession db) : ICustomerStore
{
    private const string Select = """
        SELECT id AS Id, kind AS Kind, name AS Name, vat_number AS VatNumber, tax_code AS TaxCode, street AS Street, postal_code AS PostalCode,
               city AS City, province AS Province, country AS Country, recipient_code AS RecipientCode, certified_email AS CertifiedEmail,
               email AS Email, phone AS Phone, ask_before_any_part AS AskBeforeAnyPart, split_payment AS SplitPayment, vat_nature AS VatNature,
               vat_reference AS VatReference, created_at AS CreatedAt, version AS Version
        FROM customer
        """;

    private const string Find = $"{Select} WHERE id = @Id";

    private const string FindAll = $"{Select} WHERE id IN @Ids";

    private const string Insert = """
        INSERT INTO customer
          (id, kind, name, name_folded, vat_number, tax_code, street, postal_code, city, province, country, recipient_code, certified_email,
           email, phone, ask_before_any_part, split_payment, vat_nature, vat_reference, created_at, version)
        VALUES
          (@Id, @Kind, @Name, @NameFolded, @VatNumber, @TaxCode, @Street, @PostalCode, @City, @Province, @Country, @RecipientCode,
           @CertifiedEmail, @Email, @Phone, @AskBeforeAnyPart, @SplitPayment, @VatNature, @VatReference, @CreatedAt, @Version)
        """;

    private const string Update = """
        UPDATE customer
        SET kind = @Kind, name = @Name, name_folded = @NameFolded, vat_number = @VatNumber, tax_code = @TaxCode, street = @Street,
            postal_code = @PostalCode, city = @City, province = @Province, country = @Country, recipient_code = @RecipientCode,
            certified_email = @CertifiedEmail, email = @Email, phone = @Phone, ask_before_any_part = @AskBeforeAnyPart,
            split_payment = @SplitPayment, vat_nature = @VatNature, vat_reference = @VatReference, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    public async Task<Customer?> FindAsync(CustomerId id, CustomerReach reach, CancellationToken ct) =>
        reach.Covers(id) ? (await db.QueryFirstAsync<CustomerRow>(Find, new { Id = DbText.From(id.Value) }, ct))?.ToCustomer() : null;

    public async Task<IReadOnlyList<Customer>> FindAllAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken ct)
    {
        var rows = await db.QueryAsync<CustomerRow>(FindAll, new { Ids = ids.Select(id => DbText.From(id.Value)) }, ct);
        return [.. rows.Select(row => row.ToCustomer())];
    }

    public async Task<Page<Customer>> ListAsync(
        CustomerFilter filter, CustomerReach reach, int limit, CustomerId? after, CancellationToken ct)
    {
        var conditions = new Conditions();
        if (after is { } last)
            conditions.Add("id > @After", ("After", DbText.From(last.Value)));
        if (reach.Only is { } within)
            conditions.Add("id IN @Customers", ("Customers", within.Select(customer => DbText.From(customer.Value))));
        if (filter.Kind is { } kind)
            conditions.Add("kind = @Kind", ("Kind", DbText.From(kind)));
        if (filter.Name is { } name)
            conditions.AddWords(name, "name_folded");
        if (filter.VatNumber is { } vatNumber)
            conditions.Add("vat_number = @VatNumber", ("VatNumber", vatNumber));
        if (filter.TaxCode is { } taxCode)
            conditions.Add("tax_code = @TaxCode", ("TaxCode", taxCode));
        var rows = await db.QueryAsync<CustomerRow>($"{Select} {conditions.Where} ORDER BY id LIMIT @Limit", conditions.With("Limit", limit + 1), ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToCustomer())], limit);
    }

    public Task AddAsync(Customer customer, CancellationToken ct) => db.ExecuteAsync(Insert, CustomerRow.From(customer), ct);

    public async Task SaveAsync(Customer customer, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, CustomerRow.From(customer), ct) == 0)
            throw CustomerErrors.ChangedMeanwhile();
    }
}
