using MisterAssist.Domain.Shared;

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
