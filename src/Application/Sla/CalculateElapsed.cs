using FluentValidation;
using MediatR;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Application.Sla;

/// <summary>Says how much working time passed between two instants.</summary>
public sealed record CalculateElapsedQuery(ScheduleChoice Coverage, Instant From, Instant To, bool IncludeLedger)
    : IRequest<CalculatedElapsed>;

/// <param name="WorkingTime">Between the two instants.</param>
/// <param name="Zone">Of the coverage.</param>
/// <param name="Version">The plan version that was applied; null where a schedule was given.</param>
/// <param name="Ledger">Between the two instants; null when it was not asked for.</param>
public sealed record CalculatedElapsed(
    Duration WorkingTime, DateTimeZone Zone, PlanVersion? Version, IReadOnlyList<LedgerSegment>? Ledger);

internal sealed class CalculateElapsedValidator : AbstractValidator<CalculateElapsedQuery>
{
    public CalculateElapsedValidator()
    {
        RuleFor(q => q.Coverage).SetValidator(new ScheduleChoiceValidator()).OverridePropertyName("");
        RuleFor(q => q.From).WithinSupportedYears();
        RuleFor(q => q.To).WithinSupportedYears();
    }
}

internal sealed class CalculateElapsedHandler(PlanCalendars calendars) : IRequestHandler<CalculateElapsedQuery, CalculatedElapsed>
{
    public async Task<CalculatedElapsed> Handle(CalculateElapsedQuery request, CancellationToken cancellationToken)
    {
        var (clock, version) = await calendars.ForAsync(request.Coverage, request.From, cancellationToken);

        var worked = clock.Elapsed(request.From, request.To);

        var ledger = request.IncludeLedger ? clock.Explain(request.From, request.To, Ledgers.MaxSegments) : null;
        return new(worked, clock.Schedule.Zone, version, ledger);
    }
}
