using MisterAssist.Domain.ApiKeys;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal static class ReachText
{
    /// <summary>The customers within reach as the database has them; none where all are, and the SQL has no such condition.</summary>
    public static IReadOnlyList<string> CustomersIn(CustomerReach reach) =>
        [.. (reach.Only ?? []).Select(customer => DbText.From(customer.Value))];
}
