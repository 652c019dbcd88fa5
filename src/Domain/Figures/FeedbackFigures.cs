using MisterAssist.Domain.Interventions.Feedbacks;
using MisterAssist.Domain.Technicians;

namespace MisterAssist.Domain.Figures;

/// <summary>An intervention that is done, with what the customer said of it.</summary>
/// <param name="DoneBy">Who did it, each once.</param>
/// <param name="Score">Null where the customer said nothing.</param>
public sealed record DoneIntervention(IReadOnlyList<TechnicianId> DoneBy, int? Score);

/// <summary>What customers said of what a technician did, alone or with others.</summary>
/// <param name="Technician">Who.</param>
/// <param name="Interventions">How many they did.</param>
/// <param name="Scores">How often each score was given, from the worst to the best.</param>
public sealed record FeedbackFigures(TechnicianId Technician, int Interventions, IReadOnlyList<int> Scores)
{
    public int Feedbacks => Scores.Sum();

    /// <summary>The average score in tenths, halves rounded up; null where there is none.</summary>
    public int? AverageTenths => Feedbacks == 0 ? null : (20 * Scores.Select((count, index) => count * (Feedback.Worst + index)).Sum() + Feedbacks) / (2 * Feedbacks);

    /// <summary>For each technician who did something, by id.</summary>
    public static IReadOnlyList<FeedbackFigures> Of(IEnumerable<DoneIntervention> interventions) =>
    [
        .. from intervention in interventions
           from technician in intervention.DoneBy
           group intervention.Score by technician into scores
           orderby scores.Key.Value
           select new FeedbackFigures(
               scores.Key, scores.Count(), [.. Enumerable.Range(Feedback.Worst, Feedback.Best).Select(score => scores.Count(given => given == score))]),
    ];
}
