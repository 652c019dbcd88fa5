using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Prices;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Prices;

/// <summary>Publishes the prices of all plans, which hold from a day in Rome on and leave what was priced before as it was.</summary>
public sealed record PublishPriceListCommand(LocalDate EffectiveOn, IReadOnlyList<PlanPrices> Prices) : ICommand<PriceList>;

internal sealed class PublishPriceListValidator : AbstractValidator<PublishPriceListCommand>
{
    public PublishPriceListValidator()
    {
        RuleFor(c => c.EffectiveOn.Year).InclusiveBetween(PriceList.FirstYear, HolidayCalendar.LastYear).OverridePropertyName("EffectiveOn");
        RuleFor(c => c.Prices.Count).LessThanOrEqualTo(PriceList.MaxPlans).WithErrorCode("too_many").OverridePropertyName("Prices");
        RuleForEach(c => c.Prices).ChildRules(prices =>
        {
            prices.RuleFor(p => p.Plan.Value).NotEmpty().MaximumLength(PlanCode.MaxLength).OverridePropertyName("Plan");
            prices.RuleFor(p => p.OnSiteHourlyRate).IsPrice();
            prices.RuleFor(p => p.RemoteHourlyRate).IsPrice();
            prices.RuleFor(p => p.CallOutFee).IsPrice();
            prices.RuleFor(p => p.YearlyFee).IsPrice();
        });
    }
}

internal sealed class PublishPriceListHandler(IPriceListStore lists, IPriceListReader published, IPlanReader plans, IClock clock)
    : IRequestHandler<PublishPriceListCommand, PriceList>
{
    public async Task<PriceList> Handle(PublishPriceListCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var latest = await lists.FindLatestAsync(cancellationToken);
        // A plan that holds only later exists, too.
        var versions = await plans.HoldingFromAsync(now, cancellationToken);

        var days = (await published.AllAsync(cancellationToken)).Select(list => (LocalDate?)list.EffectiveOn);
        var list = PriceList.Publish(
            request.EffectiveOn, request.Prices, [.. versions.Select(v => v.Plan).Distinct()], latest, days.Min(), now);

        await lists.AddAsync(list, cancellationToken);
        return list;
    }
}
