using System.Data.Common;
using MisterAssist.Application.Parts;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Parts;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Parts;

internal sealed class SqlPartStore(DbSession db) : IPartStore
{
    private const string Select = """
        SELECT id AS Id, code AS Code, name_it AS NameIt, name_en AS NameEn, unit_price_cents AS UnitPriceCents, vat_percent AS VatPercent,
               created_at AS CreatedAt, retired_at AS RetiredAt, version AS Version
        FROM part
        """;

    private const string Find = $"{Select} WHERE id = @Id";

    private const string Insert = """
        INSERT INTO part
          (id, code, code_folded, name_it, name_it_folded, name_en, name_en_folded, unit_price_cents, vat_percent, created_at, retired_at, version)
        VALUES
          (@Id, @Code, @CodeFolded, @NameIt, @NameItFolded, @NameEn, @NameEnFolded, @UnitPriceCents, @VatPercent, @CreatedAt, @RetiredAt, @Version)
        """;

    private const string Update = """
        UPDATE part
        SET code = @Code, code_folded = @CodeFolded, name_it = @NameIt, name_it_folded = @NameItFolded, name_en = @NameEn,
            name_en_folded = @NameEnFolded, unit_price_cents = @UnitPriceCents, vat_percent = @VatPercent, retired_at = @RetiredAt,
            version = @Version
        WHERE id = @Id AND version = @Version - 1
        """;

    public async Task<Part?> FindAsync(PartId id, CancellationToken ct) =>
        (await db.QueryFirstAsync<PartRow>(Find, new { Id = DbText.From(id.Value) }, ct))?.ToPart();

    public async Task<Page<Part>> ListAsync(PartFilter filter, int limit, PartId? after, CancellationToken ct)
    {
        var conditions = new Conditions();
        conditions.Add("retired_at IS NULL");
        if (after is { } last)
            conditions.Add("id > @After", ("After", DbText.From(last.Value)));
        if (filter.Code is { } code)
            conditions.Add("code_folded = @Code", ("Code", FoldedText.OfCode(code)));
        if (filter.Name is { } name)
            conditions.AddWords(name, "name_it_folded", "name_en_folded");
        var rows = await db.QueryAsync<PartRow>($"{Select} {conditions.Where} ORDER BY id LIMIT @Limit", conditions.With("Limit", limit + 1), ct);
        return Page.FromOneMore([.. rows.Select(row => row.ToPart())], limit);
    }

    public Task AddAsync(Part part, CancellationToken ct) => WriteAsync(Insert, part, ct);

    public async Task SaveAsync(Part part, CancellationToken ct)
    {
        if (await WriteAsync(Update, part, ct) == 0)
            throw PartErrors.ChangedMeanwhile();
    }

    private async Task<int> WriteAsync(string sql, Part part, CancellationToken ct)
    {
        try
        {
            return await db.ExecuteAsync(sql, PartRow.From(part), ct);
        }
        catch (DbException failure) when (failure.IsDuplicateKey())
        {
            throw PartErrors.CodeTaken(part.Details.Code);
        }
    }
}
