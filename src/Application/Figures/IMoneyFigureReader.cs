using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Figures;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Reads what was earned, and what being late has cost. All by month, plan and customer, as far as that is told apart.</summary>
public interface IMoneyFigureReader
{
    /// <summary>Of customers within reach, after a place; null to begin with the first.</summary>
    Task<Page<Revenue>> RevenueAsync(FigureScope scope, CustomerReach reach, int limit, FigureGroup? after, CancellationToken ct);

    /// <summary>By kind, too; of customers within reach, after a place; null to begin with the first.</summary>
    Task<Page<GivenGuarantees>> GuaranteesAsync(FigureScope scope, CustomerReach reach, int limit, GuaranteePlace? after, CancellationToken ct);
}

/// <summary>Which figures are meant.</summary>
/// <param name="From">The first month in Rome.</param>
/// <param name="To">The last one, inclusive.</param>
/// <param name="Customer">Of that customer alone; null for all.</param>
/// <param name="By">What is told apart.</param>
public sealed record FigureScope(YearMonth From, YearMonth To, CustomerId? Customer, IReadOnlyCollection<FigureDimension> By)
{
    /// <summary>Each of the months with its first instant, inclusive, and its end, exclusive.</summary>
    public IEnumerable<(YearMonth Month, Instant From, Instant To)> Months =>
        from i in Enumerable.Range(0, Figures.Months.Between(From, To) + 1)
        let month = From.PlusMonths(i)
        let ends = month.Ends()
        select (month, ends.From, ends.To);
}
