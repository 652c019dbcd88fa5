using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.WorkReports;

public readonly record struct WorkReportId(Guid Value)
{
    public const string Prefix = "wrp_";

    /// <summary>A new id, which sorts after those made in earlier milliseconds.</summary>
    public static WorkReportId New(Instant at) => new(Guid.CreateVersion7(at.ToDateTimeOffset()));

    public override string ToString() => Prefix + CrockfordBase32.Encode(Value);
}
