using FluentValidation;
using MediatR;
using MisterAssist.Application.Sla.Plans;
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
        if (request.Service is { } code && !inForce.Any(plan => plan.Version.Terms.SpeaksOf(code)))
            throw PlanErrors.UnknownService(code);

        var simulated = new List<SimulatedPlan>();
        foreach (var plan in inForce)
        {
            var clock = await calendars.ForAsync(plan.Version, request.ReceivedAt, cancellationToken);
            simulated.Add(new(
                plan,
                clock.Schedule.Zone,
                plan.Version.Terms.Targets.HandledAs(request.Urgency),
                plan.Version.Terms.Admits(request.Channel),
                clock.NextOpening(request.ReceivedAt),
                plan.Version.Promise(request.ReceivedAt, request.Urgency, clock),
                request.Service is { } service ? plan.Version.Terms.EntitlementTo(service) : null));
        }

        return simulated;
    }
}
