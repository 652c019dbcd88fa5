using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Interventions.Appointments;

/// <summary>The appointments of a technician as a calendar that other programs subscribe to.</summary>
internal static class AppointmentCalendar
{
    public const string MediaType = "text/calendar";

    public static string Write(TechnicianCalendar calendar, Language language)
    {
        var text = new CalendarText()
            .Line("BEGIN", "VCALENDAR")
            .Line("VERSION", "2.0")
            .Line("PRODID", "-//MisterAssist//Appointments//EN")
            .Line("CALSCALE", "GREGORIAN")
            .Line("METHOD", "PUBLISH")
            .Words("X-WR-CALNAME", calendar.Technician);
        foreach (var entry in calendar.Entries)
            Write(text, entry, calendar.At, language);
        return text.Line("END", "VCALENDAR").ToString();
    }

    private static void Write(CalendarText text, CalendarEntry entry, Instant at, Language language)
    {
        text.Line("BEGIN", "VEVENT")
            .Line("UID", $"{entry.Id}@misterassist")
            .Time("DTSTAMP", at)
            .Time("DTSTART", entry.Slot.From)
            .Time("DTEND", entry.Slot.To)
            .Line("SEQUENCE", $"{entry.Version}")
            .Words("SUMMARY", $"{entry.Ticket} {entry.Subject}")
            .Words("DESCRIPTION", $"{entry.Customer}\n{WordFor(entry.Mode).In(language)}")
            .Line("STATUS", entry.Status == InterventionStatus.Cancelled ? "CANCELLED" : "CONFIRMED");
        if (entry.Site is { } site)
            text.Words("LOCATION", $"{site}, {InOneLine(entry.Address!)}");
        text.Line("END", "VEVENT");
    }

    private static string InOneLine(PostalAddress address) =>
        $"{address.Street}, {address.PostalCode} {address.City}{(address.Province is { } province ? $" ({province})" : "")}, {address.Country.Value}";

    private static LocalizedText WordFor(InterventionMode mode) =>
        mode == InterventionMode.OnSite ? new("In sede", "On site") : new("Da remoto", "Remote");
}
