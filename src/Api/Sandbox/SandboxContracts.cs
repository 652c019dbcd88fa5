using NodaTime;

namespace MisterAssist.Api.Sandbox;

/// <summary>What time it is to be in the sandbox.</summary>
internal sealed record MoveSandboxClockRequest
{
    /// <summary>Not before what the clock says, in the years 1970 to 2199. From there it ticks on.</summary>
    public required Instant Now { get; init; }
}

/// <summary>The clock of the sandbox.</summary>
internal sealed record SandboxClockResponse
{
    /// <summary>What time it is there.</summary>
    public required Instant Now { get; init; }
}
