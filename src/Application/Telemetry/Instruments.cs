using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MisterAssist.Application.Telemetry;

/// <summary>Where spans and measurements of MisterAssist come from. While nobody listens they are not even made.</summary>
public static class Instruments
{
    public const string Name = "MisterAssist";

    public static readonly ActivitySource Spans = new(Name);

    public static readonly Meter Meter = new(Name);
}
