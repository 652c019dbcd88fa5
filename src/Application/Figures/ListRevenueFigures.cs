using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Figures;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Tells what was earned in some months.</summary>
public sealed record ListRevenueFiguresQuery(AskedFigures Figures, int Limit, FigureGroup? After) : IRequest<Page<Revenue>>;

internal sealed class ListRevenueFiguresValidator : AbstractValidator<ListRevenueFiguresQuery>
{
    public ListRevenueFiguresValidator() => RuleFor(q => q.Figures).SetValidator(new AskedFiguresValidator()).OverridePropertyName("");
}

internal sealed class ListRevenueFiguresHandler(IMoneyFigureReader figures, ICaller caller, IClock clock)
    : IRequestHandler<ListRevenueFiguresQuery, Page<Revenue>>
{
    public Task<Page<Revenue>> Handle(ListRevenueFiguresQuery request, CancellationToken cancellationToken) =>
        figures.RevenueAsync(request.Figures.Within(clock.GetCurrentInstant()), caller.Reach, request.Limit, request.After, cancellationToken);
}
