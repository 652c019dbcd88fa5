using MisterAssist.Api.Shared;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using NodaTime;

namespace MisterAssist.Api.Tickets;

/// <summary>How often what is due is looked for.</summary>
internal sealed record WatchSettings(Duration Interval);

/// <summary>Reads <c>Tickets:…</c>, and what is not said from the defaults.</summary>
internal static class TicketSettingsSource
{
    private const int BytesInMebibyte = 1024 * 1024;
    private const int UsualWatchSeconds = 5;
    private const int SecondsInADay = 24 * 60 * 60;

    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static TicketSettings From(IConfiguration configuration)
    {
        var tickets = configuration.GetSection("Tickets");
        var (usual, types) = (TicketSettings.Default, tickets.GetSection("AttachmentTypes").Get<string[]>() ?? []);
        return new(
            tickets.Number("ReopenDays", usual.ReopenDays, 0, 365),
            Duration.FromHours(tickets.Number("LongestDelayHours", (int)usual.LongestDelay.TotalHours, 0, 24 * 365)),
            (long)tickets.Number("MaxAttachmentMebibytes", (int)(usual.MaxAttachmentBytes / BytesInMebibyte), 1, 1024) * BytesInMebibyte,
            types.Length == 0 ? usual.AttachmentTypes : types);
    }

    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static WatchSettings WatchFrom(IConfiguration configuration) =>
        new(Duration.FromSeconds(configuration.GetSection("Tickets").Number("WatchSeconds", UsualWatchSeconds, 1, SecondsInADay)));
}
