using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Sandbox;

/// <summary>Every refusal of the sandbox, a line each.</summary>
public static class SandboxErrors
{
    public static BusinessException ClockGoesBack(Instant now) =>
        new(Refusal.RuleBroken, "clock_goes_back", $"The clock stands at {now} and goes forward only.", "now");
}
