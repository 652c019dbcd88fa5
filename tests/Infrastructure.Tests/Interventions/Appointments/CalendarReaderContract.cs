using MisterAssist.Application.Customers;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Interventions.Appointments;

/// <summary>What a technician has to do, and had, as a calendar shows it.</summary>
public abstract class CalendarReaderContract : InterventionContract
{
    [Test]
    public async Task Appointments_OfATechnician_ComeByTheirBeginningAlsoWhereTheyWereCalledOff()
    {
        var late = await AppointedAsync("15:00", InterventionSamples.Giulia);
        var early = await AppointedAsync("12:00", InterventionSamples.Giulia);
        await AppointedAsync("13:00", InterventionSamples.Marco);
        await CreatedAsync();
        var calledOff = await AppointedAsync("14:00", InterventionSamples.Giulia);
        await ChangeAsync(calledOff, i => i.Cancel(MoveCause.CustomerRequest, "Why", InterventionSamples.On("2026-11-16 11:45")));

        Assert.That((await ReadAsync("12:00")).Select(entry => entry.Id), Is.EqualTo(new[] { early, calledOff, late }), "from the instant on");
        Assert.That((await ReadAsync("12:01")).Select(entry => $"{entry.Status} {entry.Version}"), Is.EqualTo(new[] { "Cancelled 3", "Planned 2" }));
    }

    [Test]
    public async Task Appointments_OfCustomersOutOfReach_AreNotThere()
    {
        await AppointedAsync("12:00", InterventionSamples.Giulia);
        var theirs = await AppointedAsync("13:00", InterventionSamples.Giulia, await AddAsync(NewTicket(customer: Another)));

        Assert.That((await ReadAsync("11:00", CustomerReach.Of([Another]))).Select(entry => entry.Id), Is.EqualTo(new[] { theirs }));
    }

    [Test]
    public async Task Appointments_WithASite_HaveItsNameAndAddress()
    {
        var address = CustomerSamples.Address("Via Po 12");
        var site = Site.Open(One, new("Magazzino", address, DateTimeZoneProviders.Tzdb["Europe/Rome"], null), CustomerSamples.CreatedAt);
        await Database.UseAsync<ISiteStore>(sites => sites.AddAsync(site, None));
        var ticket = await AddAsync(TicketSamples.Ticket(report: TicketSamples.Report("The till", siteId: site.Id), customerId: One, count: 88));
        await AppointedAsync("12:00", InterventionSamples.Giulia);
        var there = await AppointedAsync("13:00", InterventionSamples.Giulia, ticket);

        var entries = await ReadAsync("11:00");

        Assert.That((entries[0].Site, entries[0].Address), Is.EqualTo(((string?)null, (PostalAddress?)null)));
        Assert.That(entries[1], Is.EqualTo(new CalendarEntry(
            there, InterventionSamples.Slot("2026-11-16 13:00"), InterventionMode.OnSite, InterventionStatus.Planned, 2, ticket.ToState().Number, "The till",
            "Forno di prova", "Magazzino", address)));
    }

    private async Task<InterventionId> AppointedAsync(string at, TechnicianId technician, Ticket? ticket = null) =>
        (await PlannedAsync(at, technician, ticket)).Id;

    private Task<IReadOnlyList<CalendarEntry>> ReadAsync(string from, CustomerReach? reach = null) => Database.UseAsync<ICalendarReader, IReadOnlyList<CalendarEntry>>(
        calendars => calendars.AppointmentsAsync(InterventionSamples.Giulia, Moments.Rome($"2026-11-16 {from}"), reach ?? CustomerReach.All, None));
}
