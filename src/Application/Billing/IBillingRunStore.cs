using MisterAssist.Application.Shared;
using MisterAssist.Domain.Billing;
using NodaTime;

namespace MisterAssist.Application.Billing;

/// <summary>Loads and keeps billing runs with what came of them.</summary>
public interface IBillingRunStore
{
    Task<BillingRun?> FindAsync(BillingRunId id, CancellationToken ct);

    /// <summary>Takes, until the transaction ends, the oldest one that is running and that nobody is at; null where there is none.</summary>
    Task<BillingRun?> ClaimRunningAsync(CancellationToken ct);

    /// <summary>The newest first, before a given one; null to begin with the newest.</summary>
    Task<Page<BillingRunState>> ListAsync(YearMonth? month, int limit, BillingRunId? before, CancellationToken ct);

    /// <summary>In the order in which they came, after a given one; null to begin with the first.</summary>
    Task<Page<NumberedOutcome>> OutcomesAsync(BillingRunId id, BillingOutcomeKind? kind, int limit, int? after, CancellationToken ct);

    Task AddAsync(BillingRun run, CancellationToken ct);

    /// <summary>Keeps where it is, with what came of it last.</summary>
    /// <exception cref="Domain.Shared.BusinessException">It went on meanwhile.</exception>
    Task SaveAsync(BillingRun run, IReadOnlyCollection<NumberedOutcome> outcomes, CancellationToken ct);
}
