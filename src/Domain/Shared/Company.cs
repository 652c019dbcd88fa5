using NodaTime;

namespace MisterAssist.Domain.Shared;

/// <summary>What is the same for everything the company does.</summary>
public static class Company
{
    /// <summary>Europe/Rome: the zone of its days, years and months wherever no customer's own is meant.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Rome"];
}
