using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Application.Sla.Closures;

/// <summary>Announces that the company will be shut; it counts for promises that start from now on.</summary>
/// <param name="Name">As the ledger shows it.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day, inclusive; null for a single one.</param>
/// <param name="From">Where the closed part of each day begins; null for its start.</param>
/// <param name="To">Where the closed part of each day ends, exclusive; null for its end.</param>
/// <param name="EveryYear">Whether it comes back on the same days of every later year.</param>
public sealed record AnnounceClosureCommand(
    LocalizedText Name, LocalDate StartsOn, LocalDate? EndsOn, WallTime? From, WallTime? To, bool EveryYear) : ICommand<Closure>;

internal sealed class AnnounceClosureValidator : AbstractValidator<AnnounceClosureCommand>
{
    public AnnounceClosureValidator()
    {
        RuleFor(c => c.Name).SetValidator(new LocalizedTextValidator());
        RuleFor(c => c.StartsOn.Year).InclusiveBetween(1970, HolidayCalendar.LastYear).OverridePropertyName("StartsOn");
        RuleFor(c => c.EndsOn!.Value.Year).InclusiveBetween(1970, HolidayCalendar.LastYear).When(c => c.EndsOn is not null)
            .OverridePropertyName("EndsOn");
    }
}

internal sealed class AnnounceClosureHandler(IClosureStore closures, IClosureReader standing, IPlanReader plans, IClock clock)
    : IRequestHandler<AnnounceClosureCommand, Closure>
{
    public async Task<Closure> Handle(AnnounceClosureCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var periods = (await standing.StandingAtAsync(now, cancellationToken)).Select(c => c.Period);
        var versions = await plans.HoldingFromAsync(now, cancellationToken);

        var closure = Closure.Announce(
            ClosurePeriod.Create(
                request.Name,
                request.StartsOn,
                request.EndsOn ?? request.StartsOn,
                request.From ?? WallTime.StartOfDay,
                request.To ?? WallTime.EndOfDay,
                request.EveryYear),
            now);
        foreach (var version in versions)
            version.Terms.RefuseIfShutBy([.. periods, closure.Period], Instant.Max(now, version.EffectiveAt));

        await closures.AddAsync(closure, cancellationToken);
        return closure;
    }
}
