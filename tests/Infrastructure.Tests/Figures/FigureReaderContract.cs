using MisterAssist.Application.Figures;
using MisterAssist.Application.Interventions.Feedbacks;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Feedbacks;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Infrastructure.Tests.Interventions;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Figures;

/// <summary>What figures are made of: the rows themselves, of a stretch of time.</summary>
public abstract class FigureReaderContract : InterventionContract
{
    private static readonly GuaranteeTerms Terms = new(WorkTerms.Usual, new(Schedules.Silver()));

    [Test]
    public async Task Appointments_ThatBegin_AreThoseFromTheStartUpToTheEnd()
    {
        var (last, first) = (await PlannedAsync("14:59"), await PlannedAsync("12:00"));
        await PlannedAsync("15:00");
        await PlannedAsync("11:59");
        await CreatedAsync();
        await ChangeAsync(last, i => i.Move(
            InterventionSamples.Slot("2026-11-16 14:00"), [InterventionSamples.Marco], MoveCause.Exceptional, "Snow", "Carla", InterventionSamples.On("2026-11-16 11:40")));
        await ChangeAsync(last, i => i.Cancel(MoveCause.CustomerRequest, "Why", InterventionSamples.On("2026-11-16 11:45")));
        await ChangeAsync(first, i => Start(i, "12:10"));

        var found = await Database.UseAsync<IFigureReader, IReadOnlyList<PastAppointment>>(
            figures => figures.AppointmentsAsync(At("12:00"), At("15:00"), CustomerReach.All, None));

        Assert.That(
            found.Select(past => (past.Id, past.StartsAt, past.ArrivedAt, past.Status, past.CalledOffFor, past.Moves.Count)),
            Is.EqualTo(new (InterventionId, Instant, Instant?, InterventionStatus, MoveCause?, int)[]
            {
                (first, At("12:00"), At("12:10"), InterventionStatus.Started, null, 0),
                (last, At("14:00"), null, InterventionStatus.Cancelled, MoveCause.CustomerRequest, 1),
            }));
    }

    [Test]
    public async Task Interventions_ThatWereCompleted_HaveWhoDidThemAndWhatWasSaid()
    {
        var rated = await PlannedAsync("12:00");
        await ChangeAsync(rated, i => Start(i, "12:00"));
        await ChangeAsync(rated, i => i.Complete(
            At("13:00"), new(InterventionOutcome.Solved, "Done", [InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 13:00", InterventionSamples.Marco)]), Terms,
            InterventionSamples.On("2026-11-16 13:00")));
        await Database.UseAsync<IFeedbackStore>(feedbacks => feedbacks.AddAsync(new Feedback(rated, 5, null, TicketSamples.Customer, At("18:00")), None));
        var theirs = await PlannedAsync("12:00", await AddAsync(NewTicket(customer: Another)));
        await ChangeAsync(theirs, i => i.FindNobody(At("13:30"), new(new("silver"), 1), "We rang.", () => null, Terms, InterventionSamples.On("2026-11-16 13:30")));
        await ChangeAsync(await PlannedAsync("12:00"), i => i.Cancel(MoveCause.CustomerRequest, "Why", InterventionSamples.On("2026-11-16 13:00")));

        Assert.That(await DoneAsync("13:00", "14:00"), Is.EqualTo(new[] { "Marco 5", "Giulia " }), "who worked, or else who came");
        Assert.That(await DoneAsync("13:00", "13:30"), Is.EqualTo(new[] { "Marco 5" }));
        Assert.That(await DoneAsync("13:01", "14:00"), Is.EqualTo(new[] { "Giulia " }));
        Assert.That(await DoneAsync("13:00", "14:00", CustomerReach.Of([Another])), Is.EqualTo(new[] { "Giulia " }));
    }

    private static void Start(Intervention intervention, string at) =>
        intervention.Start(At(at), [], new(new("silver"), 1), () => null, InterventionSamples.On($"2026-11-16 {at}"));

    private async Task<InterventionId> PlannedAsync(string at, Ticket? ticket = null)
    {
        var id = (await CreatedAsync(ticket)).Id;
        await ChangeAsync(id, i => i.Plan(
            InterventionSamples.Slot($"2026-11-16 {at}"), [InterventionSamples.Giulia], wishedByCustomer: false, InterventionSamples.On("2026-11-16 11:30")));
        return id;
    }

    private async Task<IEnumerable<string>> DoneAsync(string from, string to, CustomerReach? reach = null)
    {
        var done = await Database.UseAsync<IFigureReader, IReadOnlyList<DoneIntervention>>(
            figures => figures.InterventionsAsync(At(from), At(to), reach ?? CustomerReach.All, None));
        return done.Select(one => $"{(one.DoneBy.Single() == InterventionSamples.Giulia ? "Giulia" : "Marco")} {one.Score}");
    }
}
