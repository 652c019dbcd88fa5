using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Figures;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Reads what is counted.</summary>
public interface IFigureReader
{
    /// <summary>The appointments of customers within reach that, as was agreed on last, begin in a stretch of time, by their beginning.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="reach">Whose.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<PastAppointment>> AppointmentsAsync(Instant from, Instant to, CustomerReach reach, CancellationToken ct);

    /// <summary>The interventions of customers within reach that were completed in a stretch of time, by their end.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="reach">Whose.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<DoneIntervention>> InterventionsAsync(Instant from, Instant to, CustomerReach reach, CancellationToken ct);
}
