using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Technicians;
using MisterAssist.Domain.Figures;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Tells what customers said of the interventions that were completed in a month in Rome, by who did them.</summary>
/// <param name="Month">Null for the present one.</param>
public sealed record GetFeedbackFiguresQuery(YearMonth? Month) : IRequest<MonthlyFeedback>;

/// <param name="Month">The month.</param>
/// <param name="Technicians">Each by name, in the order in which they were taken on.</param>
public sealed record MonthlyFeedback(YearMonth Month, IReadOnlyList<(string Name, FeedbackFigures Figures)> Technicians);

internal sealed class GetFeedbackFiguresHandler(IFigureReader figures, ITechnicianStore technicians, ICaller caller, IClock clock)
    : IRequestHandler<GetFeedbackFiguresQuery, MonthlyFeedback>
{
    public async Task<MonthlyFeedback> Handle(GetFeedbackFiguresQuery request, CancellationToken cancellationToken)
    {
        var month = request.Month ?? Months.In(clock.GetCurrentInstant());
        var (from, to) = month.Ends();
        var found = FeedbackFigures.Of(await figures.InterventionsAsync(from, to, caller.Reach, cancellationToken));
        var known = await technicians.FindAllAsync([.. found.Select(of => of.Technician)], cancellationToken);
        var names = known.ToDictionary(technician => technician.Id, technician => technician.Details.Name);
        return new(month, [.. found.Select(of => (names[of.Technician], of))]);
    }
}
