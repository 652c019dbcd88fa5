using System.Globalization;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Domain.Interventions.Guarantees;

/// <summary>Which guarantees an intervention triggers: a matter of what happened, never of anybody's memory.</summary>
/// <remarks>Source: domain.md, section 5; the service charter's "no delays" and "interventions that do not solve".</remarks>
public static class GuaranteeRules
{
    private const int Everything = 100;

    private static readonly ZonedDateTimePattern OnTheWall =
        ZonedDateTimePattern.CreateWithInvariantCulture("dd/MM/uuuu HH:mm", DateTimeZoneProviders.Tzdb);

    /// <summary>What an intervention triggers, or would, in the order our fault, follow-up, late for the promise, late for the appointment.</summary>
    /// <param name="intervention">The intervention.</param>
    /// <param name="terms">Of the plan version under which its ticket is handled.</param>
    /// <param name="clock">Of that version's coverage, with the closures that were announced when the appointment was made.</param>
    /// <param name="asOf">Where nobody has arrived yet, as if somebody did then.</param>
    public static IReadOnlyList<Guarantee> Of(InterventionState intervention, WorkTerms terms, WorkingClock clock, Instant asOf)
    {
        List<Guarantee> given = [];
        if (intervention.OurFault is not null)
            given.Add(OurFault());
        if (intervention.Follows is { } unsolved)
            given.Add(FollowUp(unsolved));
        if (LateForPresence(intervention, clock) is { } missed)
            given.Add(LateUrgent(missed));
        if (LateForAppointment(intervention, clock, intervention.ArrivedAt ?? asOf) is { } late)
            given.Add(LateNormal(late, terms));
        return given;
    }

    /// <summary>What is taken off for a delay: so many percent for each started step, everything at the most.</summary>
    public static int PercentFor(Duration delay, WorkTerms terms)
    {
        var steps = (delay.ToInt128Nanoseconds() + terms.LateStep.ToInt128Nanoseconds() - 1) / terms.LateStep.ToInt128Nanoseconds();
        return (int)Int128.Min(Everything, steps * terms.LatePercent);
    }

    /// <remarks>Where the customer wanted a later time before presence was due, that time is what counts, also where the promise came only after.</remarks>
    private static Lateness? LateForPresence(InterventionState intervention, WorkingClock clock)
    {
        if (intervention.Presence is not { } presence || presence.ArrivedAt <= presence.DueAt)
            return null;

        if (intervention.Appointment is not { WishedByCustomer: true, Slot.From: var wanted } appointment
            || wanted <= presence.DueAt || appointment.MadeAt > presence.DueAt)
        {
            return presence;
        }

        return presence.ArrivedAt <= wanted ? null : new(wanted, presence.ArrivedAt, clock.Elapsed(wanted, presence.ArrivedAt));
    }

    private static Lateness? LateForAppointment(InterventionState intervention, WorkingClock clock, Instant arrivedAt)
    {
        if (intervention.Appointment is not { Slot.From: var appointed } || arrivedAt <= appointed)
            return null;

        var delay = clock.Elapsed(appointed, arrivedAt);
        return delay == Duration.Zero ? null : new(appointed, arrivedAt, delay);
    }

    private static Guarantee OurFault() => new(
        GuaranteeKind.OurFault, Relief.OfEverything, null, null,
        new("Rimediamo a un nostro errore: non si paga nulla.", "We mend an error of our own: nothing is charged."));

    private static Guarantee FollowUp(InterventionId unsolved) => new(
        GuaranteeKind.FollowUp, Relief.OfEverything, null, unsolved,
        new(
            "L'intervento precedente non ha risolto il problema: questo non si paga.",
            "The intervention before did not solve the problem: this one is not charged."));

    private static Guarantee LateUrgent(Lateness late) => new(
        GuaranteeKind.LateUrgent, Relief.OfWork(Everything), late, null,
        new(
            $"Presenza promessa entro il {Text(late.DueAt)}, avvenuta il {Text(late.ArrivedAt)}: uscita e manodopera non si pagano.",
            $"Presence was promised by {Text(late.DueAt)} and came on {Text(late.ArrivedAt)}: call-out and labour are not charged."));

    private static Guarantee LateNormal(Lateness late, WorkTerms terms)
    {
        var percent = PercentFor(late.Delay, terms);
        var delay = Hours(late.Delay);
        return new(
            GuaranteeKind.LateNormal, Relief.OfWork(percent), late, null,
            new(
                $"Appuntamento il {Text(late.DueAt)}, arrivo il {Text(late.ArrivedAt)}: {delay} ore lavorative di ritardo, {percent}% in meno su uscita e manodopera.",
                $"Appointment on {Text(late.DueAt)}, arrival on {Text(late.ArrivedAt)}: {delay} working hours late, {percent}% off call-out and labour."));
    }

    private static string Text(Instant at) => OnTheWall.Format(at.InZone(Company.Zone));

    /// <summary>Hours and minutes; what is begun of a minute counts as one, so that no delay reads as none.</summary>
    private static string Hours(Duration delay)
    {
        var minutes = (delay.ToInt128Nanoseconds() + NodaConstants.NanosecondsPerMinute - 1) / NodaConstants.NanosecondsPerMinute;
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{(int)(minutes % 60):00}");
    }
}
