using MisterAssist.Domain.Events;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;
using NodaTime.Text;

namespace MisterAssist.Domain.Interventions;

/// <content>What is put right.</content>
public sealed partial class Intervention
{
    /// <summary>Puts right what was told, as long as no work report stands on it. What it triggers is computed anew.</summary>
    /// <param name="correction">All of it, as it is meant to be.</param>
    /// <param name="terms">Of the plan version, with the clock of its coverage.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">
    /// A work report stands on it, a technician has set out for the mode that would change, it has not ended and what was done is given, or a
    /// time entry cannot be.
    /// </exception>
    public void Correct(Correction correction, GuaranteeTerms terms, Deed on)
    {
        on.Actor.RefuseUnlessStaff("correct interventions");
        _state.RefuseUnlessLegal(InterventionMove.Correct);
        if (correction.Mode != _state.Mode && _state.Status != InterventionStatus.Planned)
            throw InterventionErrors.ModeFixed();
        if (correction.IsOf(_state))
            return;

        var before = _state;
        var next = _state with { Mode = correction.Mode, OurFault = correction.OurFault };
        if (_state.Ending is { Outcome: { } outcome } ending)
        {
            var account = new WorkAccount(outcome, correction.Words ?? ending.Words, correction.TimeEntries);
            account.Check(_state.ArrivedAt!.Value, ending.At);
            next = next with { Ending = ending with { Words = account.Words, TimeEntries = account.TimeEntries, Guarantees = terms.GuaranteesOf(next, ending.At) } };
        }
        else if (correction.Words is not null || correction.TimeEntries.Count > 0)
        {
            throw InterventionErrors.NotEnded();
        }

        Conclude(next, InterventionEvents.Corrected, on, Differences(before, next));
        TellGuarantees([.. Given(next).Where(guarantee => Given(before).All(known => known.Kind != guarantee.Kind))], on, on.At);
    }

    private static IReadOnlyList<Guarantee> Given(InterventionState intervention) => intervention.Ending?.Guarantees ?? [];

    private static IReadOnlyList<Change> Differences(InterventionState before, InterventionState after)
    {
        (string Field, string? Before, string? After)[] fields =
        [
            ("mode", SnakeCase.Of(before.Mode), SnakeCase.Of(after.Mode)),
            ("ourFault", before.OurFault, after.OurFault),
            ("workDone", before.Ending?.Words, after.Ending?.Words),
            ("timeEntries", Text(before.Ending), Text(after.Ending)),
        ];
        return [.. fields.Where(field => field.Before != field.After).Select(field => new Change(field.Field, field.Before, field.After))];
    }

    private static string? Text(Ending? ending) => ending is null
        ? null
        : string.Join(' ', ending.TimeEntries.Select(entry =>
            $"{entry.Technician}:{InstantPattern.ExtendedIso.Format(entry.From)}/{InstantPattern.ExtendedIso.Format(entry.To)}"));
}

/// <summary>What of an intervention can be put right.</summary>
/// <param name="Mode">On site or from remote; until a technician has set out.</param>
/// <param name="Words">What was done; null before it has ended.</param>
/// <param name="TimeEntries">Who worked, from when until when; none before it has ended.</param>
/// <param name="OurFault">Which error of our own it mends; null where it mends none.</param>
public sealed record Correction(InterventionMode Mode, string? Words, IReadOnlyList<TimeEntry> TimeEntries, string? OurFault)
{
    internal bool IsOf(InterventionState intervention) =>
        (Mode, Words, OurFault) == (intervention.Mode, intervention.Ending?.Words, intervention.OurFault)
        && TimeEntries.SequenceEqual(intervention.Ending?.TimeEntries ?? []);
}
