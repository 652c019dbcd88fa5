using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Feedbacks;

namespace MisterAssist.Application.Interventions.Feedbacks;

/// <summary>Keeps what customers say of interventions. Whose intervention it is, the caller of these makes sure of.</summary>
public interface IFeedbackStore
{
    /// <summary>The feedback on an intervention, or null.</summary>
    Task<Feedback?> FindAsync(InterventionId intervention, CancellationToken ct);

    Task AddAsync(Feedback feedback, CancellationToken ct);
}
