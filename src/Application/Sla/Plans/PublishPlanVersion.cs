using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla.Plans;

/// <summary>Publishes new terms of a plan, which hold from an instant on and leave every promise given before as it was.</summary>
public sealed record PublishPlanVersionCommand(
    PlanCode Code,
    Instant? EffectiveAt,
    GivenSchedule Coverage,
    GivenTargets Targets,
    IReadOnlyList<Channel> Channels,
    IReadOnlyList<Service> IncludedServices,
    IReadOnlyList<Service> ExcludedServices,
    IReadOnlyList<int> WarningThresholds) : ICommand<PlanInForce>;

/// <summary>Targets as a caller writes them down.</summary>
public sealed record GivenTargets(Duration? Response, Duration Confirmation, Duration? Presence);

internal sealed class PublishPlanVersionValidator : AbstractValidator<PublishPlanVersionCommand>
{
    public PublishPlanVersionValidator()
    {
        RuleFor(c => c.EffectiveAt).WithinSupportedYears();
        RuleFor(c => c.Coverage).SetValidator(new GivenScheduleValidator());
        RuleFor(c => c.WarningThresholds.Count)
            .LessThanOrEqualTo(PlanTerms.MaxWarnings).WithErrorCode("too_many").OverridePropertyName("WarningThresholds");
        CheckServices("IncludedServices", c => c.IncludedServices);
        CheckServices("ExcludedServices", c => c.ExcludedServices);
    }

    private void CheckServices(string name, Func<PublishPlanVersionCommand, IReadOnlyList<Service>> services)
    {
        RuleFor(c => services(c).Count)
            .LessThanOrEqualTo(PlanTerms.MaxServices).WithErrorCode("too_many").OverridePropertyName(name);
        RuleForEach(c => services(c)).ChildRules(service =>
        {
            service.RuleFor(s => s.Code).MaximumLength(Service.MaxCodeLength).Matches(@"^[a-z][a-z0-9_]*\z");
            service.RuleFor(s => s.Name).SetValidator(new LocalizedTextValidator());
        }).OverridePropertyName(name);
    }
}

internal sealed class PublishPlanVersionHandler(IPlanStore plans, IPlanReader reader, IClosureReader closures, IClock clock)
    : IRequestHandler<PublishPlanVersionCommand, PlanInForce>
{
    public async Task<PlanInForce> Handle(PublishPlanVersionCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var plan = await plans.FindAsync(request.Code, cancellationToken) ?? throw PlanErrors.NotFound(request.Code);
        var standing = await closures.StandingAtAsync(now, cancellationToken);

        var terms = PlanTerms.Create(
            request.Coverage.ToSchedule(),
            PromiseTargets.Create(request.Targets.Response, request.Targets.Confirmation, request.Targets.Presence),
            request.Channels,
            request.IncludedServices,
            request.ExcludedServices,
            request.WarningThresholds);
        var version = plan.Publish(terms, request.EffectiveAt, [.. standing.Select(c => c.Period)], now);

        await plans.AddVersionAsync(version, cancellationToken);
        return (await reader.FindVersionAsync(version.Plan, version.Number, cancellationToken))!;
    }
}
