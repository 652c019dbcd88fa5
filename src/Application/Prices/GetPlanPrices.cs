using MediatR;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Prices;

/// <summary>Gets the prices of a plan that held, hold or will hold on a day in Rome; today where none is given.</summary>
public sealed record GetPlanPricesQuery(PlanCode Plan, LocalDate? On) : IRequest<PricesInForce>;

/// <summary>The prices of a plan with the list that they are of.</summary>
public sealed record PricesInForce(PriceList List, PlanPrices Prices);

internal sealed class GetPlanPricesHandler(IPriceListReader lists, IPlanReader plans, IClock clock)
    : IRequestHandler<GetPlanPricesQuery, PricesInForce>
{
    public async Task<PricesInForce> Handle(GetPlanPricesQuery request, CancellationToken cancellationToken)
    {
        if (!await plans.ExistsAsync(request.Plan, cancellationToken))
            throw PlanErrors.NotFound(request.Plan);

        var day = request.On ?? clock.GetCurrentInstant().InZone(Company.Zone).Date;
        var list = await lists.FindInForceAsync(day, cancellationToken) ?? throw PriceErrors.NoListThen(request.Plan, day);
        return new(list, list.For(request.Plan));
    }
}
