using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Interventions;

/// <summary>Which moves are legal when, and what is missing where they are not.</summary>
public static class InterventionLife
{
    private static readonly Dictionary<InterventionStatus, InterventionMove[]> Moves = new()
    {
        [InterventionStatus.Planned] =
        [
            InterventionMove.Plan, InterventionMove.Move, InterventionMove.Reassign, InterventionMove.Travel, InterventionMove.Start,
            InterventionMove.NobodyThere, InterventionMove.Correct, InterventionMove.Cancel,
        ],
        [InterventionStatus.Travelling] =
            [InterventionMove.Start, InterventionMove.NobodyThere, InterventionMove.Correct, InterventionMove.Cancel],
        [InterventionStatus.Started] = [InterventionMove.Complete, InterventionMove.Correct],
        [InterventionStatus.Completed] =
            [InterventionMove.Correct, InterventionMove.Contest, InterventionMove.AcceptContest, InterventionMove.DeclineContest],
        [InterventionStatus.Cancelled] = [],
    };

    /// <summary>The moves that are legal now, in the order of <see cref="InterventionMove"/>.</summary>
    public static IReadOnlyList<InterventionMove> MovesOf(InterventionState intervention) =>
        [.. Moves[intervention.Status].Where(move => IsLegal(move, intervention))];

    /// <summary>Those that are legal at an instant: contesting ends by itself.</summary>
    /// <param name="intervention">The intervention.</param>
    /// <param name="contestDays">For how many days after the one on which it ended, in Rome, it can be contested.</param>
    /// <param name="at">The instant.</param>
    public static IReadOnlyList<InterventionMove> MovesAt(InterventionState intervention, int contestDays, Instant at) =>
        [.. MovesOf(intervention).Where(move => move != InterventionMove.Contest || at < intervention.ContestEndsAt(contestDays))];

    /// <summary>Exclusive.</summary>
    internal static Instant ContestEndsAt(this InterventionState intervention, int days) =>
        Company.Zone.AtStartOfDay(intervention.Ending!.At.InZone(Company.Zone).Date.PlusDays(days + 1)).ToInstant();

    /// <exception cref="BusinessException">The move is not legal now; it tells which are.</exception>
    internal static void RefuseUnlessLegal(this InterventionState intervention, InterventionMove move)
    {
        var legal = MovesOf(intervention);
        if (!legal.Contains(move))
            throw InterventionErrors.IllegalMove(intervention.Status, move, legal);
    }

    private static bool IsLegal(InterventionMove move, InterventionState intervention) => move switch
    {
        InterventionMove.Plan => intervention.Appointment is null,
        InterventionMove.Move or InterventionMove.Reassign => intervention.Appointment is not null,
        InterventionMove.Travel or InterventionMove.NobodyThere => intervention.Mode == InterventionMode.OnSite,
        InterventionMove.Correct => intervention.ReportedBy is null,
        InterventionMove.Contest => intervention.Ending?.Outcome == InterventionOutcome.Solved && intervention.Contest is null,
        InterventionMove.AcceptContest or InterventionMove.DeclineContest => intervention.Contest is { Verdict: null },
        _ => true,
    };
}
