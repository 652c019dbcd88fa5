using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Api.Tickets;

/// <summary>Which tickets are wanted, as an address says it.</summary>
internal sealed record TicketFilterParameters(
    [FromQuery(Name = "customerId")] WireId<CustomerKind>[]? CustomerId,
    [FromQuery(Name = "status")] EnumParameter<TicketStatus>[]? Status,
    [FromQuery(Name = "plan")] PlanParameter[]? Plan,
    [FromQuery(Name = "assignee"), StringLength(TicketWords.MaxAssigneeLength, MinimumLength = 1)] string? Assignee,
    [FromQuery(Name = "dueBefore")] InstantParameter? DueBefore,
    [FromQuery(Name = "missed")] bool? Missed,
    [FromQuery(Name = "text"), StringLength(TicketFilter.MaxTextLength, MinimumLength = 1)] string? Text)
{
    /// <summary>All of it in one line, by which a cursor knows its list.</summary>
    public string Words => string.Join(
        '|',
        string.Join(',', CustomerId ?? []),
        string.Join(',', (Status ?? []).Select(status => status.Value)),
        string.Join(',', (Plan ?? []).Select(plan => plan.Value)),
        Assignee,
        DueBefore?.Value,
        Missed,
        Text);

    public TicketFilter ToFilter() => new(
        [.. (CustomerId ?? []).Select(id => new CustomerId(id.Value))],
        [.. (Status ?? []).Select(status => status.Value)],
        [.. (Plan ?? []).Select(plan => plan.Value)],
        Assignee,
        DueBefore?.Value,
        Missed,
        Text);
}

/// <summary>An order of tickets as an address says it: a field, with a minus for the other way round.</summary>
internal readonly record struct TicketSort(TicketOrder Order) : IParsable<TicketSort>, IEnumParameter
{
    private static readonly Dictionary<string, TicketOrder> Orders = new()
    {
        ["-receivedAt"] = TicketOrder.NewestFirst,
        ["receivedAt"] = TicketOrder.OldestFirst,
        ["dueAt"] = TicketOrder.DueFirst,
    };

    public static IReadOnlyCollection<string> Names => Orders.Keys;

    public static TicketSort Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var sort) ? sort : throw new FormatException($"'{s}' is not an order of tickets");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TicketSort result)
    {
        var read = Orders.TryGetValue(s ?? "", out var order);
        result = new(order);
        return read;
    }
}
