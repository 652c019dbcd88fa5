using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Loads and keeps billing runs with what came of them.</summary>
public interface IBillingRunStore
{
    Task<BillingRun?> FindAsync(BillingRunId id, CancellationToken ct);

    /// <summary>The oldest one that is running; null where none is.</summary>
    Task<BillingRun?> FindRunningAsync(CancellationToken ct);

    /// <summary>The newest first, before a given one; null to begin with the newest.</summary>
    Task<Page<BillingRunState>> ListAsync(YearMonth? month, int limit, BillingRunId? before, CancellationToken ct);

    /// <summary>By customer, after a given one; null to begin with the first.</summary>
    Task<Page<BillingOutcome>> OutcomesAsync(BillingRunId id, BillingOutcomeKind? kind, int limit, CustomerId? after, CancellationToken ct);

    Task AddAsync(BillingRun run, CancellationToken ct);

    /// <exception cref="Domain.Shared.BusinessException">It went on meanwhile.</exception>
    Task SaveAsync(BillingRun run, IReadOnlyCollection<BillingOutcome> outcomes, CancellationToken ct);
}
