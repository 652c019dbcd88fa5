using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Application.Contracts;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Interventions;
using MisterAssist.Application.Tickets;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Benchmarks.Load;

/// <summary>What a company did in a month: customers under contract, each with two work reports of five lines. The stores write it, as ever.</summary>
internal sealed class MonthOfWork(LocalStore store, YearMonth month)
{
    private const int PerTransaction = 250;
    private const int ReportsPerCustomer = 2;

    private readonly Deed _on = new(new(ActorKind.Staff, "Helpdesk", null), Company.Zone.AtStartOfDay(month.OnDayOfMonth(15)).ToInstant());

    private int _reports;

    public async Task DoAsync(int customers)
    {
        for (var done = 0; done < customers; done += PerTransaction)
        {
            var first = done;
            await store.InTransactionAsync(async services =>
            {
                for (var i = first; i < Math.Min(customers, first + PerTransaction); i++)
                    await ServeAsync(services, i);
            });
        }
    }

    private async Task ServeAsync(IServiceProvider services, int number)
    {
        var address = PostalAddress.Create("Via dei Mulini 12", "20121", "Milano", "MI", CountryCode.Create("IT", "country"), "address");
        var customer = Customer.Register(
            CustomerDetails.Create(
                PartyKind.Company, $"Cliente {number} S.r.l.", VatNumber.Create("01234567897", address.Country), null, address,
                InvoiceDelivery.Create(null, null), $"cliente{number}@example.it", null, false),
            _on.At);
        await Get<ICustomerStore>().AddAsync(customer, CancellationToken.None);
        await Get<IContractStore>().AddAsync(
            Contract.Conclude(customer.Id, ContractTerm.Create(month.OnDayOfMonth(1), null), new PlanCode("silver"), _on.At), CancellationToken.None);

        var ticket = TicketSamples.Ticket(customerId: customer.Id, count: number + 1);
        await Get<ITicketStore>().AddAsync(ticket, CancellationToken.None);
        for (var i = 0; i < ReportsPerCustomer; i++)
        {
            var intervention = Intervention.Create(ticket.ToState(), InterventionMode.OnSite, EntitlementKind.Billable, null, _on);
            await Get<IInterventionStore>().AddAsync(intervention, CancellationToken.None);
            await IssueAsync(Get<IWorkReportStore>(), WorkReport.Draft(intervention.ToState(), null, _on));
        }

        T Get<T>()
            where T : notnull => services.GetRequiredService<T>();
    }

    private async Task IssueAsync(IWorkReportStore reports, WorkReport report)
    {
        await reports.AddAsync(report, CancellationToken.None);
        var kept = await reports.FindAsync(report.Id, CustomerReach.All, withDrafts: true, CancellationToken.None);
        ReportLine[] lines =
        [
            .. ReportContentSamples.CallOutAndLabour(), ReportContentSamples.Discount(3, 2, DiscountReason.LateNormal, 40, -3900),
            .. ReportContentSamples.Parts(2).Select(part => part with { Number = part.Number + 3 }),
        ];
        _reports++;
        var content = ReportContentSamples.Content(lines) with { Number = new ReportNumber(month.Year, _reports), IssuedAt = _on.At };
        kept!.Issue(new(content, DomainJson.ToText(content), new string('a', 64)), _on);
        await reports.SaveAsync(kept, CancellationToken.None);
    }
}
