using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;

namespace MisterAssist.Application.Quotes;

/// <summary>Gives a quote to the customer. From here on it does not change.</summary>
public sealed record SendQuoteCommand(QuoteId Id, KnownVersion Known) : ICommand<QuoteAt>;

internal sealed class SendQuoteHandler(QuoteDesk desk) : IRequestHandler<SendQuoteCommand, QuoteAt>
{
    public Task<QuoteAt> Handle(SendQuoteCommand request, CancellationToken cancellationToken) => desk.DoAsync(
        request.Id, request.Known, (quote, ticket, on) => quote.Send(ticket, on.Actor, on.At), "quote.sent", cancellationToken);
}
