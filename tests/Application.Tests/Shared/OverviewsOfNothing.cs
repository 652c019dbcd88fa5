using MisterAssist.Application.Customers.History;
using MisterAssist.Application.Figures;
using MisterAssist.Application.Interventions.Appointments;
using MisterAssist.Application.Interventions.Feedbacks;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Figures;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Feedbacks;
using MisterAssist.Domain.Technicians;
using NodaTime;

namespace MisterAssist.Application.Tests.Shared;

/// <summary>Calendars, figures, histories and feedback of a company where nothing was done yet: what they tell is for the tests of their SQL.</summary>
internal sealed class OverviewsOfNothing : ICalendarReader, IFigureReader, IMoneyFigureReader, IHistoryReader, IFeedbackStore
{
    Task<IReadOnlyList<CalendarEntry>> ICalendarReader.AppointmentsAsync(TechnicianId technician, Instant from, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<CalendarEntry>>([]);

    Task<IReadOnlyList<PastAppointment>> IFigureReader.AppointmentsAsync(Instant from, Instant to, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PastAppointment>>([]);

    public Task<IReadOnlyList<DoneIntervention>> InterventionsAsync(Instant from, Instant to, CustomerReach reach, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DoneIntervention>>([]);

    public Task<Page<Revenue>> RevenueAsync(FigureScope scope, CustomerReach reach, int limit, FigureGroup? after, CancellationToken ct) =>
        Task.FromResult(new Page<Revenue>([], HasMore: false));

    public Task<Page<GivenGuarantees>> GuaranteesAsync(FigureScope scope, CustomerReach reach, int limit, GuaranteePlace? after, CancellationToken ct) =>
        Task.FromResult(new Page<GivenGuarantees>([], HasMore: false));

    public Task<Page<HistoryEntry>> ListAsync(HistoryFilter filter, CustomerReach reach, int limit, HistoryPlace? after, CancellationToken ct) =>
        Task.FromResult(new Page<HistoryEntry>([], HasMore: false));

    public Task<Feedback?> FindAsync(InterventionId intervention, CancellationToken ct) => Task.FromResult<Feedback?>(null);

    public Task AddAsync(Feedback feedback, CancellationToken ct) => Task.CompletedTask;
}
