using NodaTime;

namespace MisterAssist.Domain.Sla;

public readonly record struct ClosureId(Guid Value)
{
    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static ClosureId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));
}
