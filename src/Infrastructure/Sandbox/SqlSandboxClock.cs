using MisterAssist.Application.Sandbox;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Sandbox;

internal sealed class SqlSandboxClock(DbSession db, SandboxClock clock) : ISandboxClock
{
    private const long TicksPerMicrosecond = 10;

    private const string Find = "SELECT ahead FROM sandbox_clock WHERE id = 1";

    private const string Update = "UPDATE sandbox_clock SET ahead = @Ahead WHERE id = 1";

    public async Task<Instant> ReadAsync(CancellationToken ct)
    {
        clock.KeepUpWith(Duration.FromTicks(await db.QueryFirstAsync<long>(Find, null, ct) * TicksPerMicrosecond));
        return clock.GetCurrentInstant();
    }

    public Task MoveAsync(Instant now, CancellationToken ct) =>
        db.ExecuteAsync(Update, new { Ahead = clock.AheadAt(now).BclCompatibleTicks / TicksPerMicrosecond }, ct);
}
