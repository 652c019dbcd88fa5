using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Figures;
using NodaTime;

namespace MisterAssist.Application.Figures;

/// <summary>Tells which guarantees were given in some months, and what they took off.</summary>
public sealed record ListGuaranteeFiguresQuery(AskedFigures Figures, int Limit, GuaranteePlace? After) : IRequest<Page<GivenGuarantees>>;

internal sealed class ListGuaranteeFiguresValidator : AbstractValidator<ListGuaranteeFiguresQuery>
{
    public ListGuaranteeFiguresValidator() => RuleFor(q => q.Figures).SetValidator(new AskedFiguresValidator()).OverridePropertyName("");
}

internal sealed class ListGuaranteeFiguresHandler(IMoneyFigureReader figures, ICaller caller, IClock clock)
    : IRequestHandler<ListGuaranteeFiguresQuery, Page<GivenGuarantees>>
{
    public Task<Page<GivenGuarantees>> Handle(ListGuaranteeFiguresQuery request, CancellationToken cancellationToken) =>
        figures.GuaranteesAsync(request.Figures.Within(clock.GetCurrentInstant()), caller.Reach, request.Limit, request.After, cancellationToken);
}
