using MisterAssist.Application.Interventions;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Interventions;

/// <summary>When technicians are busy, and where they are at work.</summary>
public abstract class TechnicianTimeContract : InterventionContract
{
    private static readonly TechnicianId Giulia = InterventionSamples.Giulia;
    private static readonly TechnicianId Marco = InterventionSamples.Marco;

    private static readonly GuaranteeTerms Terms = new(WorkTerms.Usual, new(Schedules.Silver()));

    [TestCase("10:00", "12:00", "", TestName = "Until the other begins")]
    [TestCase("13:00", "14:00", "", TestName = "From where the other ends")]
    [TestCase("11:00", "12:01", "12:00", TestName = "A minute together")]
    [TestCase("12:15", "12:30", "12:00", TestName = "Within the other")]
    [TestCase("11:00", "18:00", "12:00 15:00", TestName = "All day, in order")]
    public async Task Busy_WithinAStretch_HasWhatOverlapsIt(string from, string to, string expected)
    {
        await PlannedAsync("15:00", Giulia);
        await PlannedAsync("12:00", Giulia);
        await PlannedAsync("12:00", Marco);

        Assert.That(await BusyAsync(Giulia, from, to), Is.EqualTo(expected));
    }

    [Test]
    public async Task Busy_ButForOne_LeavesThatOut()
    {
        var planned = await PlannedAsync("12:00", Giulia);
        await PlannedAsync("13:00", Giulia);

        Assert.That(await BusyAsync(Giulia, "11:00", "18:00", planned.Id), Is.EqualTo("13:00"));
    }

    [Test]
    public async Task Busy_FollowsTheAppointmentUntilItIsOver()
    {
        var id = (await PlannedAsync("12:00", Giulia)).Id;
        await ChangeAsync(id, i => i.Move(Slot("13:00"), [Giulia, Marco], MoveCause.CustomerRequest, "Why", "Carla", InterventionSamples.On("2026-11-16 11:45")));
        Assert.That((await BusyAsync(Giulia, "11:00", "18:00"), await BusyAsync(Marco, "11:00", "18:00")), Is.EqualTo(("13:00", "13:00")));

        await ChangeAsync(id, i => i.Reassign([Marco], InterventionSamples.On("2026-11-16 11:46")));
        Assert.That((await BusyAsync(Giulia, "11:00", "18:00"), await BusyAsync(Marco, "11:00", "18:00")), Is.EqualTo(("", "13:00")));

        await ChangeAsync(id, Start);
        Assert.That(await BusyAsync(Marco, "11:00", "18:00"), Is.EqualTo("12:00"), "from an arrival before the time on");

        await ChangeAsync(id, i => i.Complete(
            At("12:30"), new(InterventionOutcome.Solved, "Done", [InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 12:30", Marco)]), Terms,
            InterventionSamples.On("2026-11-16 12:30")));
        Assert.That(await BusyAsync(Marco, "11:00", "18:00"), Is.Empty);
    }

    [TestCase("12:59", "12:59", "12:00", TestName = "Busy as planned before the planned end")]
    [TestCase("13:30", "13:30", "12:00", TestName = "Busy at the present instant past the planned end")]
    [TestCase("13:30", "13:31", "", TestName = "Not known to be busy later than now")]
    [TestCase("12:59", "13:30", "", TestName = "Not known to be busy past the planned end before it came")]
    public async Task Busy_AtWork_IsSoPastNowAtLeast(string now, string from, string expected)
    {
        var (appointed, begun) = (await PlannedAsync("12:00", Giulia), await CreatedAsync());
        await ChangeAsync(appointed.Id, Start);
        await ChangeAsync(begun.Id, i => i.Start(At("12:00"), [Marco], new(new("silver"), 1), () => null, InterventionSamples.On("2026-11-16 12:00")));

        Assert.That(await BusyAsync(Giulia, from, "18:00", now: now), Is.EqualTo(expected));
        Assert.That(await BusyAsync(Marco, from, "18:00", now: now), Is.EqualTo(now == from ? expected : ""), "without an appointment");
        Assert.That(await BusyAsync(Giulia, from, "18:00", appointed.Id, now), Is.Empty);
    }

    [TestCase("12:00", "12:00", TestName = "At work from the arrival on")]
    [TestCase("11:59", null, TestName = "Not at work before the arrival")]
    [TestCase("15:00", "12:00", TestName = "At work past the planned end")]
    public async Task AtWorkSince_AnArrival_UntilItIsCompleted(string at, string? expected)
    {
        var id = (await PlannedAsync("12:00", Giulia)).Id;
        await PlannedAsync("13:30", Giulia);
        await ChangeAsync(id, Start);

        Assert.That(await AtWorkSinceAsync(Giulia, at), Is.EqualTo(expected));
        Assert.That(await AtWorkSinceAsync(Giulia, at, id), Is.Null, "not counting that");
        Assert.That(await AtWorkSinceAsync(Marco, at), Is.Null);

        await ChangeAsync(id, i => i.Complete(
            At("15:00"), new(InterventionOutcome.Solved, "Done", [InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 12:30", Giulia)]), Terms,
            InterventionSamples.On("2026-11-16 15:00")));
        Assert.That(await AtWorkSinceAsync(Giulia, at), Is.Null, "completed");
    }

    [Test]
    public async Task AtWorkSince_BegunByAnother_IsTheOther()
    {
        var id = (await PlannedAsync("12:00", Giulia)).Id;
        await ChangeAsync(id, i => i.Start(At("12:00"), [Marco], new(new("silver"), 1), () => null, InterventionSamples.On("2026-11-16 12:00")));

        Assert.That((await AtWorkSinceAsync(Giulia, "12:30"), await AtWorkSinceAsync(Marco, "12:30")), Is.EqualTo(((string?)null, "12:00")));
        Assert.That((await BusyAsync(Giulia, "11:00", "18:00"), await BusyAsync(Marco, "11:00", "18:00")), Is.EqualTo(("", "12:00")));
        var listed = await Database.UseAsync<IInterventionStore, Application.Shared.Page<Intervention>>(
            interventions => interventions.ListAsync(new(null, null, Giulia, []), CustomerReach.All, 10, null, None));
        Assert.That(listed.Items.Select(one => one.Id), Is.EqualTo(new[] { id }), "It was to be done by the one that was appointed all the same.");
    }

    [TestCase("11:00", "12:00", "", TestName = "Worked until the other began")]
    [TestCase("12:30", "13:00", "", TestName = "Worked from where the other ended")]
    [TestCase("12:29", "13:00", "12:00", TestName = "Worked a minute in two places")]
    [TestCase("12:10", "12:20", "12:00", TestName = "Worked elsewhere all the while")]
    [TestCase("11:00", "15:00", "12:00 13:00", TestName = "Worked elsewhere twice, in order")]
    public async Task WorkedElsewhere_MeanwhileAnEntryLasts_HasWhatOverlapsIt(string from, string to, string expected)
    {
        await WorkedAsync("13:00", "13:30", Giulia);
        var first = await WorkedAsync("12:00", "12:30", Giulia);
        await WorkedAsync("12:00", "14:00", Marco);
        var except = await WorkedAsync("14:00", "15:00", Giulia);

        Assert.That(await ElsewhereAsync(from, to, except), Is.EqualTo(expected));

        await ChangeAsync(first, i => i.Correct(
            new(InterventionMode.OnSite, "Done", [InterventionSamples.Entry("2026-11-16 12:00", "2026-11-16 12:30", Marco)], null), Terms,
            InterventionSamples.On("2026-11-16 16:00")));
        Assert.That(await ElsewhereAsync(from, to, except), Does.Not.Contain("12:00"), "as it was corrected");
    }

    private async Task<InterventionId> WorkedAsync(string from, string to, TechnicianId technician)
    {
        var id = (await CreatedAsync()).Id;
        await ChangeAsync(id, i => i.Start(At(from), [], new(new("silver"), 1), () => null, InterventionSamples.On($"2026-11-16 {from}")));
        await ChangeAsync(id, i => i.Complete(
            At(to), new(InterventionOutcome.Solved, "Done", [new(technician, At(from), At(to))]), Terms, InterventionSamples.On($"2026-11-16 {to}")));
        return id;
    }

    private async Task<string> ElsewhereAsync(string from, string to, InterventionId except)
    {
        var worked = await Database.UseAsync<IInterventionStore, IReadOnlyList<TimeEntry>>(
            interventions => interventions.WorkedElsewhereAsync(new(Giulia, At(from), At(to)), except, None));
        return string.Join(' ', worked.Select(entry => Moments.OnTheWall(entry.From)[^5..]));
    }

    private async Task<string> BusyAsync(TechnicianId technician, string from, string to, InterventionId? except = null, string now = "11:00")
    {
        var within = new Slot(At(from), At(to) - At(from));
        var busy = await Database.UseAsync<IInterventionStore, IReadOnlyList<Slot>>(
            interventions => interventions.BusyAsync(technician, within, except, At(now), None));
        return string.Join(' ', busy.Select(slot => Moments.OnTheWall(slot.From)[^5..]));
    }

    private async Task<string?> AtWorkSinceAsync(TechnicianId technician, string at, InterventionId? except = null)
    {
        var since = await Database.UseAsync<IInterventionStore, Instant?>(
            interventions => interventions.AtWorkSinceAsync(technician, except ?? TicketSamples.InterventionId, At(at), None));
        return since is { } arrival ? Moments.OnTheWall(arrival)[^5..] : null;
    }
}
