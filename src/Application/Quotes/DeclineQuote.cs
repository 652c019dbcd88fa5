using FluentValidation;
using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;

namespace MisterAssist.Application.Quotes;

/// <summary>The customer does not want done what a quote offers. It costs nothing, and is only recorded.</summary>
/// <param name="Id">The quote.</param>
/// <param name="Reason">Why; null where they do not say.</param>
/// <param name="Known">The version that the caller knows.</param>
public sealed record DeclineQuoteCommand(QuoteId Id, string? Reason, KnownVersion Known) : ICommand<QuoteAt>;

internal sealed class DeclineQuoteValidator : AbstractValidator<DeclineQuoteCommand>
{
    public DeclineQuoteValidator() =>
        RuleFor(c => c.Reason!).NotEmpty().MaximumLength(QuoteAnswer.MaxReasonLength).When(c => c.Reason is not null);
}

internal sealed class DeclineQuoteHandler(QuoteDesk desk) : IRequestHandler<DeclineQuoteCommand, QuoteAt>
{
    public Task<QuoteAt> Handle(DeclineQuoteCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known, (quote, _, on) => quote.Decline(request.Reason, on.Actor, on.At), "quote.declined", cancellationToken);
}
