using MisterAssist.Application.Telemetry;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Telemetry;

internal sealed class SqlBacklogReader(DbSession db) : IBacklogReader
{
    private const string NextPromiseCheck = "SELECT MIN(next_check_at) FROM ticket WHERE next_check_at IS NOT NULL";

    private const string OldestBillingRun = "SELECT MIN(created_at) FROM billing_run WHERE status = 'running'";

    public async Task<Instant?> NextPromiseCheckAsync(CancellationToken ct) =>
        DbText.ToInstantOrNull(await db.QueryFirstAsync<string>(NextPromiseCheck, null, ct));

    public async Task<Instant?> OldestBillingRunAsync(CancellationToken ct) =>
        DbText.ToInstantOrNull(await db.QueryFirstAsync<string>(OldestBillingRun, null, ct));
}
