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
               email AS Email, phone AS Phone, ask_before_any_part AS AskBeforeAnyPart, created_at AS CreatedAt, version AS Version
        FROM customer
        """;

    private const string Find = $"{Select} WHERE id = @Id";

    private const string Matching = $"""
        {Select}
        WHERE id > @After
          AND (@Kind IS NULL OR kind = @Kind)
          AND (@Name IS NULL OR name_folded LIKE @Name ESCAPE '!')
          AND (@VatNumber IS NULL OR vat_number = @VatNumber)
          AND (@TaxCode IS NULL OR tax_code = @TaxCode)
        """;

    private const string InOrder = "ORDER BY id LIMIT @Limit";

    private const string List = $"{Matching} {InOrder}";

    private const string ListInReach = $"{Matching} AND id IN @Customers {InOrder}";

    private const string Insert = """
        INSERT INTO customer
          (id, kind, name, name_folded, vat_number, tax_code, street, postal_code, city, province, country, recipient_code, certified_email,
           email, phone, ask_before_any_part, created_at, version)
        VALUES
          (@Id, @Kind, @Name, @NameFolded, @VatNumber, @TaxCode, @Street, @PostalCode, @City, @Province, @Country, @RecipientCode,
           @CertifiedEmail, @Email, @Phone, @AskBeforeAnyPart, @CreatedAt, @Version)
        """;

    private const string Update = """
        UPDATE customer
        SET kind = @Kind, name = @Name, name_folded = @NameFolded, vat_number = @VatNumber, tax_code = @TaxCode, street = @Street,
            postal_code = @PostalCode, city = @City, province = @Province, country = @Country, recipient_code = @RecipientCode,
            certified_email = @CertifiedEmail, email = @Email, phone = @Phone, ask_before_any_part = @AskBeforeAnyPart, version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    public async Task<Customer?> FindAsync(CustomerId id, CustomerReach reach, CancellationToken ct) =>
        reach.Covers(id) ? (await db.QueryFirstAsync<CustomerRow>(Find, new { Id = DbText.From(id.Value) }, ct))?.ToCustomer() : null;

    public async Task<Page<Customer>> ListAsync(
        CustomerFilter filter, CustomerReach reach, int limit, CustomerId? after, CancellationToken ct)
    {
        var parameters = new
        {
            After = DbText.From(after?.Value) ?? "",
            Kind = filter.Kind is { } kind ? DbText.From(kind) : null,
            Name = filter.Name is { } name ? $"%{Escape(CustomerRow.Fold(name))}%" : null,
            filter.VatNumber,
            filter.TaxCode,
            Customers = (reach.Only ?? []).Select(customer => DbText.From(customer.Value)),
            Limit = limit + 1,
        };
        var rows = await db.QueryAsync<CustomerRow>(reach.Only is null ? List : ListInReach, parameters, ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToCustomer())], limit);
    }

    public Task AddAsync(Customer customer, CancellationToken ct) => db.ExecuteAsync(Insert, CustomerRow.From(customer), ct);

    public async Task SaveAsync(Customer customer, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, CustomerRow.From(customer), ct) == 0)
            throw CustomerErrors.ChangedMeanwhile();
    }

    /// <summary>What is sought is text, never a pattern.</summary>
    private static string Escape(string text) => text
        .Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal);
}
