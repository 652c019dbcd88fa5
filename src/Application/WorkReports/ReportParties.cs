using MisterAssist.Application.Customers;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Finds whom a work report names: the company, the customer with the site, the technicians.</summary>
internal sealed class ReportParties(ICustomerStore customers, ISiteStore sites, ITechnicianStore technicians, Issuer issuer)
{
    public Issuer Issuer => issuer;

    public async Task<ReportedCustomer> CustomerOfAsync(InterventionState intervention, CancellationToken ct)
    {
        var customer = (await customers.FindAsync(intervention.CustomerId, CustomerReach.All, ct))!;
        var site = intervention.SiteId is { } id ? await sites.FindAsync(intervention.CustomerId, id, CustomerReach.All, ct) : null;
        var details = customer.Details;
        return new(
            customer.Id, details.Name, details.BillingAddress, details.VatNumber?.Value, details.TaxCode?.Value,
            site is null ? null : new(site.Id, site.Details.Name, site.Details.Address));
    }

    public async Task<IReadOnlyDictionary<TechnicianId, string>> NamesOfAsync(IEnumerable<TimeEntry> entries, CancellationToken ct)
    {
        var found = await technicians.FindAllAsync([.. entries.Select(entry => entry.Technician).Distinct()], ct);
        return found.ToDictionary(technician => technician.Id, technician => technician.Details.Name);
    }
}
