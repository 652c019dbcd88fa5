using MisterAssist.Application.Customers;
using MisterAssist.Application.Interventions;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Tests.Tickets;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Interventions;

/// <summary>A database with two customers, and interventions on their tickets.</summary>
public abstract class InterventionContract : TicketContract
{
    private int _count;

    protected CustomerId One { get; private set; }

    protected CustomerId Another { get; private set; }

    [SetUp]
    public async Task AddCustomers()
    {
        _count = 0;
        (One, Another) = (await RegisterAsync(), await RegisterAsync());
    }

    /// <summary>Received on Monday 16 November 2026 at 11:00 under Silver; the intervention is created in the order in which it is asked for.</summary>
    protected async Task<Intervention> CreatedAsync(Ticket? ticket = null, InterventionMode mode = InterventionMode.OnSite, string? ourFault = null)
    {
        var of = ticket ?? await AddAsync(NewTicket(customer: One));
        _count++;
        var on = InterventionSamples.On("2026-11-16 11:00");
        return await KeepAsync(Intervention.Create(
            of.ToState(), mode, EntitlementKind.Excluded, ourFault, on with { At = on.At + Duration.FromSeconds(_count) }));
    }

    protected async Task<Intervention> KeepAsync(Intervention intervention)
    {
        await Database.UseAsync<IInterventionStore>(interventions => interventions.AddAsync(intervention, None));
        return intervention;
    }

    protected async Task<Intervention> ChangeAsync(InterventionId id, Action<Intervention> change)
    {
        var intervention = (await FindAsync(id))!;
        change(intervention);
        await SaveAsync(intervention);
        return intervention;
    }

    protected Task SaveAsync(Intervention intervention) =>
        Database.UseAsync<IInterventionStore>(interventions => interventions.SaveAsync(intervention, None));

    protected Task<Intervention?> FindAsync(InterventionId id, CustomerReach? reach = null) =>
        Database.UseAsync<IInterventionStore, Intervention?>(interventions => interventions.FindAsync(id, reach ?? CustomerReach.All, None));

    protected static Instant At(string time) => Moments.Rome($"2026-11-16 {time}");

    protected static Slot Slot(string time) => InterventionSamples.Slot($"2026-11-16 {time}");

    protected static void Start(Intervention intervention) => intervention.Start(At("12:00"), [], new(new("silver"), 1), () => null, InterventionSamples.On("2026-11-16 12:00"));

    /// <summary>To be done by a technician, for an hour from a time on.</summary>
    protected async Task<Intervention> PlannedAsync(string at, TechnicianId technician, Ticket? ticket = null)
    {
        var id = (await CreatedAsync(ticket)).Id;
        return await ChangeAsync(id, i => i.Plan(Slot(at), [technician], wishedByCustomer: false, InterventionSamples.On("2026-11-16 11:30")));
    }

    private async Task<CustomerId> RegisterAsync()
    {
        var customer = CustomerSamples.Customer();
        await Database.UseAsync<ICustomerStore>(customers => customers.AddAsync(customer, None));
        return customer.Id;
    }
}
