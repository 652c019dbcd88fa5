using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Figures;

/// <remarks>What is not told apart is empty.</remarks>
internal sealed class MoneyFigureRow
{
    public required string Month { get; init; }

    public required string Plan { get; init; }

    public required string CustomerId { get; init; }

    public string? Kind { get; init; }

    public long Times { get; init; }

    public long Amount { get; init; }

    private FigureGroup Group => new(
        Month.Length == 0 ? null : DbText.ToMonth(Month),
        Plan.Length == 0 ? null : new(Plan),
        CustomerId.Length == 0 ? null : new(DbText.ToId(CustomerId)));

    public Revenue ToRevenue() => new(Group, new(Amount));

    public GivenGuarantees ToGuarantees() => new(Group, DbText.ToEnum<GuaranteeKind>(Kind!), (int)Times, new(Amount));
}
