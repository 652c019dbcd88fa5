using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;

namespace MisterAssist.Application.Quotes;

/// <summary>The customer wants done what a quote offers.</summary>
public sealed record AcceptQuoteCommand(QuoteId Id, KnownVersion Known) : ICommand<QuoteAt>;

internal sealed class AcceptQuoteHandler(QuoteDesk desk) : IRequestHandler<AcceptQuoteCommand, QuoteAt>
{
    public Task<QuoteAt> Handle(AcceptQuoteCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known, (quote, ticket, on) => quote.Accept(ticket, on.Actor, on.At), "quote.accepted", cancellationToken);
}
