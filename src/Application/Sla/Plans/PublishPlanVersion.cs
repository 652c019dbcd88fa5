using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Sla.Closures;
using MisterAssist.Domain.Shared;
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
    IReadOnlyList<int> WarningThresholds,
    GivenWorkTerms? Work) : ICommand<PlanInForce>;

/// <summary>Targets as a caller writes them down.</summary>
public sealed record GivenTargets(Duration? Response, Duration Confirmation, Duration? Presence);

/// <summary>What is decided about interventions, as a caller writes it down; the usual for what is null.</summary>
public sealed record GivenWorkTerms(
    int? LatePercent, Duration? LateStep, int? ContestDays, Money? SmallPartLimit, bool? CallOutIncluded, bool? ChargesWastedCallOut)
{
    internal WorkTerms ToTerms()
    {
        var usual = WorkTerms.Usual;
        return WorkTerms.Create(
            LatePercent ?? usual.LatePercent, LateStep ?? usual.LateStep, ContestDays ?? usual.ContestDays,
            SmallPartLimit ?? usual.SmallPartLimit, CallOutIncluded ?? usual.CallOutIncluded, ChargesWastedCallOut ?? usual.ChargesWastedCallOut);
    }
}

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
            request.WarningThresholds,
            request.Work?.ToTerms());
        var version = plan.Publish(terms, request.EffectiveAt, [.. standing.Select(c => c.Period)], now);

        await plans.AddVersionAsync(version, cancellationToken);
        return (await reader.FindVersionAsync(version.Plan, version.Number, cancellationToken))!;
    }
}
