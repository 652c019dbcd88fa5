using MisterAssist.Api.Shared;
using MisterAssist.Application.Shared;
using NodaTime;

namespace MisterAssist.Api.Billing;

/// <summary>How long a billing run that another instance began, or left, waits at the most.</summary>
internal sealed record BillingSettings(Duration Interval)
{
    private const int UsualSeconds = 2;
    private const int SecondsInADay = 24 * 60 * 60;

    /// <summary>Reads <c>Billing:WatchSeconds</c>.</summary>
    /// <exception cref="SettingsException">It cannot be read.</exception>
    public static BillingSettings From(IConfiguration configuration) =>
        new(Duration.FromSeconds(configuration.GetSection("Billing").Number("WatchSeconds", UsualSeconds, 1, SecondsInADay)));
}
