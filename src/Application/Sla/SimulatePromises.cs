using FluentValidation;
using MediatR;
using MisterAssist.Application.Sla.Plans;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla;

/// <summary>Says what each plan would promise to a report received at an instant, and stores nothing.</summary>
/// <param name="ReceivedAt">When the report would come in.</param>
/// <param name="Urgency">In the reporter's words.</param>
/// <param name="Channel">By which it would come.</param>
/// <param name="Service">The kind of work that it is about; null where nobody knows yet.</param>
public sealed record SimulatePromisesQuery(Instant ReceivedAt, Urgency Urgency, Channel Channel, string? Service)
    : IRequest<IReadOnlyList<SimulatedPlan>>;

/// <summary>What one plan would promise.</summary>
/// <param name="Plan">In the version that holds when the report comes in.</param>
/// <param name="Zone">Of the plan's coverage.</param>
/// <param name="HandledAs">The urgency that the plan takes it for.</param>
/// <param name="ChannelInPlan">Whether a customer could use that channel; staff may record a report from any.</param>
/// <param name="CountsFrom">The first instant, from reception on, at which the plan's coverage is open.</param>
/// <param name="Promises">In the order response, confirmation, presence.</param>
/// <param name="Entitlement">To the kind of work; null where none was given.</param>
public sealed record SimulatedPlan(
    PlanInForce Plan, DateTimeZone Zone, Urgency HandledAs, bool ChannelInPlan, Instant CountsFrom,
    IReadOnlyList<OfferedPromise> Promises, Entitlement? Entitlement);

internal sealed class SimulatePromisesValidator : AbstractValidator<SimulatePromisesQuery>
{
    public SimulatePromisesValidator()
    {
        RuleFor(q => q.ReceivedAt).WithinSupportedYears();
        RuleFor(q => q.Service).Length(1, Service.MaxCodeLength);
    }
}

internal sealed class SimulatePromisesHandler(IPlanReader plans, PlanCalendars calendars)
    : IRequestHandler<SimulatePromisesQuery, IReadOnlyList<SimulatedPlan>>
{
    public async Task<IReadOnlyList<SimulatedPlan>> Handle(SimulatePromisesQuery request, CancellationToken cancellationToken)
    {
        var inForce = await plans.AllAsync(request.ReceivedAt, cancellationToken);
        if (inForce.Count == 0)
            throw PlanErrors.NoPlanThen(request.ReceivedAt);
        if (request.Service is { } code && !inForce.Any(plan => plan.Version.Terms.Lists(code)))
            throw PlanErrors.UnknownService(code);

        var clockOf = await calendars.KnownAtAsync(request.ReceivedAt, cancellationToken);
        return [.. inForce.Select(plan => Simulate(plan, clockOf(plan.Version), request))];
    }

    private static SimulatedPlan Simulate(PlanInForce plan, WorkingClock clock, SimulatePromisesQuery report)
    {
        var terms = plan.Version.Terms;
        return new(
            plan,
            clock.Schedule.Zone,
            terms.Targets.HandledAs(report.Urgency),
            terms.Admits(report.Channel),
            clock.NextOpening(report.ReceivedAt),
            plan.Version.Promise(report.ReceivedAt, report.Urgency, clock),
            report.Service is { } service ? terms.EntitlementTo(service) : null);
    }
}
