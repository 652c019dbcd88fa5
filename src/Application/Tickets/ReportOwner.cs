using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using NodaTime;

namespace MisterAssist.Application.Tickets;

/// <summary>Makes sure that what a report names is there, and is the customer's.</summary>
internal sealed class ReportOwner(ICustomerReader customers, IPlanReader plans, ITicketStore tickets, ICaller caller)
{
    /// <summary>Looks at what is named anew: what a ticket named before it may go on naming, though it was removed meanwhile.</summary>
    /// <exception cref="Domain.Shared.BusinessException">Something is not there.</exception>
    public Task CheckChangesAsync(TicketState before, Report report, Instant now, CancellationToken ct)
    {
        var known = before.Report;
        var changed = report with
        {
            SiteId = report.SiteId == known.SiteId ? null : report.SiteId,
            ContactId = report.ContactId == known.ContactId ? null : report.ContactId,
            Service = report.Service == known.Service ? null : report.Service,
        };
        return CheckAsync(before.CustomerId, changed, now, ct);
    }

    /// <exception cref="Domain.Shared.BusinessException">Something is not there, or not within reach.</exception>
    public async Task CheckAsync(CustomerId customer, Report report, TicketId? previous, Instant now, CancellationToken ct)
    {
        if (!await customers.ExistsAsync(customer, caller.Reach, ct))
            throw CustomerErrors.NotFound();
        if (previous is { } id && (await tickets.FindAsync(id, caller.Reach, ct))?.ToState().CustomerId != customer)
            throw TicketErrors.UnknownTicket("previousTicketId");
        await CheckAsync(customer, report, now, ct);
    }

    private async Task CheckAsync(CustomerId customer, Report report, Instant now, CancellationToken ct)
    {
        if (report.SiteId is { } site && !await customers.SiteExistsAsync(customer, site, ct))
            throw TicketErrors.UnknownSite();
        if (report.ContactId is { } contact && !await customers.ContactExistsAsync(customer, contact, ct))
            throw TicketErrors.UnknownContact();
        if (report.Service is { } service && !(await plans.AllAsync(now, ct)).Any(plan => plan.Version.Terms.Lists(service)))
            throw PlanErrors.UnknownService(service);
    }
}
