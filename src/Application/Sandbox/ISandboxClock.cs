using NodaTime;

namespace MisterAssist.Application.Sandbox;

/// <summary>The clock of the sandbox, which is ahead of the world's by as much as it was moved.</summary>
public interface ISandboxClock
{
    /// <summary>What time it is by what is kept; from then on the application's clock goes by that.</summary>
    Task<Instant> ReadAsync(CancellationToken ct);

    /// <summary>Keeps, in the transaction that is running, that it is another time now. It holds from the next reading on.</summary>
    Task MoveAsync(Instant now, CancellationToken ct);
}
