using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Appointments;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using NodaTime;

namespace MisterAssist.Domain.Tests.Interventions;

/// <summary>A commitment: who moves it, why, and what stays on record.</summary>
public sealed class AppointmentTests
{
    [Test]
    public void Planned_InThePast_IsRefusedToTheInstant()
    {
        var on = InterventionSamples.On("2026-11-16 10:00");

        Assert.That(() => Plan(on.At - Duration.FromTicks(10)), Refused.With("start_in_the_past"));
        Assert.That(() => Plan(on.At), Throws.Nothing);

        void Plan(Instant from) =>
            Created().Intervention.Plan(new(from, Duration.FromHours(1)), [InterventionSamples.Giulia], wishedByCustomer: false, on);
    }

    [Test]
    public void Planned_WithATechnicianTwice_IsRefused()
    {
        Assert.That(
            () => Created().Planned("2026-11-16 09:00", "2026-11-16 10:00", false, InterventionSamples.Giulia, InterventionSamples.Giulia),
            Refused.With("technician_twice"));
        Assert.That(() => Planned().Moved("2026-11-16 09:30", "2026-11-16 11:00", MoveCause.Exceptional, InterventionSamples.Marco, InterventionSamples.Marco), Refused.With("technician_twice"));
        Assert.That(() => Planned().Reassigned("2026-11-16 09:30", InterventionSamples.Marco, InterventionSamples.Marco), Refused.With("technician_twice"));
    }

    [Test]
    public void Moved_ForAnythingElse_IsRefusedWithTheCausesThatAreTaken()
    {
        var story = Planned();
        var state = story.State;

        var refusal = Assert.Throws<BusinessException>(() => story.Moved("2026-11-16 09:30", "2026-11-16 11:00", MoveCause.Other))!;

        Assert.That((refusal.Code, string.Join(' ', refusal.Allowed)), Is.EqualTo(("appointment_kept", "customer_request exceptional")));
        Assert.That(story.State, Is.SameAs(state));
    }

    [Test]
    public void Moved_IntoThePast_IsRefused() =>
        Assert.That(() => Planned().Moved("2026-11-16 09:30", "2026-11-16 09:29"), Refused.With("start_in_the_past"));

    [Test]
    public void Moved_KeepsWhoAskedAndWhyAndTellsTheTimeline()
    {
        var story = Planned().Moved("2026-11-16 09:30", "2026-11-16 15:00", MoveCause.Exceptional, InterventionSamples.Marco);

        var appointment = story.State.Appointment!;
        Assert.That(appointment.Moves, Is.EqualTo(new[]
        {
            new AppointmentMove(
                InterventionSamples.Slot("2026-11-16 10:00"), InterventionSamples.Slot("2026-11-16 15:00"), MoveCause.Exceptional, "The street is flooded.",
                "Carla", TicketSamples.Staff, Moments.Rome("2026-11-16 09:30")),
        }));
        Assert.That(appointment.Technicians, Is.EqualTo(new[] { InterventionSamples.Marco }));
        Assert.That((appointment.Slot.From, appointment.MadeAt), Is.EqualTo((Moments.Rome("2026-11-16 15:00"), Moments.Rome("2026-11-16 09:30"))));
        var told = story.EventsOf(InterventionEvents.Moved).Single();
        Assert.That(told.Note, Is.EqualTo("The street is flooded."));
        Assert.That(told.Changes.Skip(1).Select(c => $"{c.Field}: {c.Before} > {c.After}"), Is.EqualTo(new[]
        {
            "startsAt: 2026-11-16T09:00:00Z > 2026-11-16T14:00:00Z", $"technicianIds: {InterventionSamples.Giulia} > {InterventionSamples.Marco}",
            "cause:  > exceptional", "askedBy:  > Carla",
        }));
    }

    [Test]
    public void Moved_MoreOftenThanIsKept_IsRefused()
    {
        var story = Planned();
        for (var i = 0; i < Appointment.MaxMoves; i++)
            story.Moved("2026-11-16 09:30", $"2026-11-16 {10 + (i % 2)}:30");

        Assert.That(() => story.Moved("2026-11-16 09:30", "2026-11-16 15:00"), Refused.With("too_many_moves"));
        Assert.That(story.State.Appointment!.Moves, Has.Count.EqualTo(Appointment.MaxMoves));
    }

    [TestCase(false, MoveCause.CustomerRequest, true, TestName = "The customer asks: it is the customer's wish")]
    [TestCase(false, MoveCause.Exceptional, false, TestName = "Something exceptional: nobody wished for it")]
    [TestCase(true, MoveCause.Exceptional, false, TestName = "Moved away from the time that the customer wished: that is not the customer's wish any more")]
    public void Moved_IsTheCustomersWishWhereTheCustomerAsked(bool wished, MoveCause cause, bool isWished)
    {
        var story = Created().Planned("2026-11-16 09:00", "2026-11-16 10:00", wished).Moved("2026-11-16 09:30", "2026-11-16 15:00", cause);

        Assert.That(story.State.Appointment!.WishedByCustomer, Is.EqualTo(isWished));
    }

    [Test]
    public void Reassigned_LeavesTheTimeAndTellsWhoComes()
    {
        var story = Planned().Reassigned("2026-11-16 09:30", InterventionSamples.Marco, InterventionSamples.Giulia);

        Assert.That(story.State.Appointment!.Slot, Is.EqualTo(InterventionSamples.Slot("2026-11-16 10:00")));
        Assert.That(story.State.Appointment.Technicians, Is.EqualTo(new[] { InterventionSamples.Marco, InterventionSamples.Giulia }));
        Assert.That(story.State.Appointment.Moves, Is.Empty);
        Assert.That(
            story.EventsOf(InterventionEvents.Reassigned).Single().Changes[^1],
            Is.EqualTo(new Domain.Events.Change("technicianIds", $"{InterventionSamples.Giulia}", $"{InterventionSamples.Marco} {InterventionSamples.Giulia}")));
    }

    [TestCase("10:00", "11:00", "11:00", "12:00", false, TestName = "One begins when the other ends")]
    [TestCase("10:00", "11:00", "10:59", "12:00", true, TestName = "A minute together")]
    [TestCase("10:00", "12:00", "10:30", "11:00", true, TestName = "One within the other")]
    [TestCase("10:00", "11:00", "12:00", "13:00", false, TestName = "Apart")]
    public void Slots_OverlapWhereTheyHaveTimeInCommon(string from, string to, string otherFrom, string otherTo, bool overlap)
    {
        var (one, other) = (Of(from, to), Of(otherFrom, otherTo));

        Assert.That((one.Overlaps(other), other.Overlaps(one)), Is.EqualTo((overlap, overlap)));

        static Slot Of(string from, string to)
        {
            var begin = Moments.Rome($"2026-11-16 {from}");
            return new(begin, Moments.Rome($"2026-11-16 {to}") - begin);
        }
    }

    private static InterventionStory Created() => InterventionStory.Created("2026-11-16 09:00");

    private static InterventionStory Planned() => Created().Planned("2026-11-16 09:00", "2026-11-16 10:00");
}
