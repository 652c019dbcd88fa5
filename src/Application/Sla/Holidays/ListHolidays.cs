using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Sla.Holidays;

/// <summary>Lists the Italian national holidays of a year, by date.</summary>
public sealed record ListHolidaysQuery(int Year, int Limit, LocalDate? After = null) : IRequest<Page<Holiday>>;

internal sealed class ListHolidaysHandler : IRequestHandler<ListHolidaysQuery, Page<Holiday>>
{
    public Task<Page<Holiday>> Handle(ListHolidaysQuery request, CancellationToken cancellationToken)
    {
        var holidays = HolidayCalendar.Italy.In(request.Year).Where(h => request.After is not { } after || h.Date > after);

        return Task.FromResult(Page.FromOneMore([.. holidays], request.Limit));
    }
}
