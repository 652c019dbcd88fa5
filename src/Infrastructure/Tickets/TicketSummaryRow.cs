using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tickets;

internal sealed class TicketSummaryRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string CustomerId { get; init; }

    public string? ContractId { get; init; }

    public required string PlanCode { get; init; }

    public required int PlanVersion { get; init; }

    public required int Precedence { get; init; }

    public required string HandledAs { get; init; }

    public required string Subject { get; init; }

    public required string Urgency { get; init; }

    public required string ReceivedAt { get; init; }

    public required string Status { get; init; }

    public required int QueueRank { get; init; }

    public string? Assignee { get; init; }

    public required int Version { get; init; }

    public TicketSummary ToSummary(IEnumerable<PromiseRow> promises) => new(
        new(DbText.ToId(Id)),
        TicketNumber.Parse(Number),
        new(DbText.ToId(CustomerId)),
        Subject,
        DbText.ToEnum<TicketStatus>(Status),
        DbText.ToEnum<Urgency>(Urgency),
        new(ContractId is null ? null : new(DbText.ToId(ContractId)), new(PlanCode), PlanVersion, Precedence, DbText.ToEnum<Urgency>(HandledAs)),
        QueueRank,
        Assignee,
        DbText.ToInstant(ReceivedAt),
        [.. promises.Select(promise => promise.ToPromise())],
        Version);
}
