using System.Globalization;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using NodaTime.Text;

namespace MisterAssist.Domain.Tickets;

/// <summary>What is different from one state of a ticket to the next, as its timeline tells it.</summary>
internal static class TicketChanges
{
    /// <summary>What a new ticket begins with.</summary>
    public static IReadOnlyList<Change> OfOpening(TicketState opened) =>
    [
        new("receivedAt", null, InstantPattern.ExtendedIso.Format(opened.Origin.ReceivedAt)),
        new("channel", null, SnakeCase.Of(opened.Origin.Channel)),
        .. from field in FieldsOf(opened)
           where field.Value is not null
           select new Change(field.Name, null, field.Value),
    ];

    public static IEnumerable<Change> Between(TicketState before, TicketState after) =>
        from pair in FieldsOf(before).Zip(FieldsOf(after))
        where pair.First.Value != pair.Second.Value
        select new Change(pair.First.Name, pair.First.Value, pair.Second.Value);

    private static (string Name, string? Value)[] FieldsOf(TicketState ticket) =>
    [
        ("status", SnakeCase.Of(ticket.Status)),
        ("plan", ticket.Terms.Plan.Value),
        ("planVersion", ticket.Terms.PlanVersion.ToString(CultureInfo.InvariantCulture)),
        ("contractId", ticket.Terms.ContractId?.ToString()),
        ("urgency", SnakeCase.Of(ticket.Report.Urgency)),
        ("handledAs", SnakeCase.Of(ticket.Terms.HandledAs)),
        ("service", ticket.Report.Service),
        ("subject", ticket.Report.Subject),
        ("description", ticket.Report.Description),
        ("siteId", ticket.Report.SiteId?.ToString()),
        ("contactId", ticket.Report.ContactId?.ToString()),
        ("assignee", ticket.Assignee),
        ("previousTicketId", ticket.Origin.Previous?.ToString()),
        ("mergedIntoTicketId", ticket.MergedInto?.ToString()),
    ];
}
