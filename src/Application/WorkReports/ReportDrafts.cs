using MisterAssist.Application.Interventions;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Writes what a work report says as things stand: a draft shows that, and when it is issued it stays.</summary>
internal sealed class ReportDrafts(IInterventionStore interventions, ITicketReader tickets, ReportPricing pricing, ReportParties parties)
{
    /// <exception cref="Domain.Shared.BusinessException">No price list held when the work was done.</exception>
    public async Task<ReportContent> WriteAsync(WorkReportState report, CancellationToken ct)
    {
        var intervention = (await interventions.FindAsync(report.InterventionId, CustomerReach.All, ct))!.ToState();
        var ticket = (await tickets.FindAsync(report.TicketId, CustomerReach.All, ct))!;
        return await WriteAsync(intervention, ticket, ct);
    }

    private async Task<ReportContent> WriteAsync(InterventionState intervention, TicketState ticket, CancellationToken ct)
    {
        var ending = intervention.Ending!;
        var names = await parties.NamesOfAsync(ending.TimeEntries, ct);
        var priced = await pricing.PriceAsync(intervention, ticket, entry => names[entry.Technician], ct);
        return new(
            parties.Issuer, null, null, await parties.CustomerOfAsync(intervention, ct),
            new(
                ticket.Id, ticket.Number, ticket.Report.Subject, ticket.Origin.ReceivedAt, ticket.Terms.HandledAs, intervention.Plan!.Code,
                await pricing.NameOfAsync(intervention.Plan!, ct)),
            new(
                intervention.Id, intervention.Mode, intervention.Appointment?.Slot.From, intervention.ArrivedAt!.Value, ending.At,
                ending.Outcome!.Value, ending.Words,
                [.. ending.TimeEntries.Select(entry => new ReportedTime(names[entry.Technician], entry.From, entry.To))]),
            [.. ending.Guarantees.Select(guarantee => new ReportedGuarantee(guarantee.Kind, guarantee.Words))],
            ReportLines.Of(priced));
    }
}
