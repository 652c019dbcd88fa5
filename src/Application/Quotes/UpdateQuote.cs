using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Quotes;

namespace MisterAssist.Application.Quotes;

/// <summary>Changes what a draft offers. Nobody is told: nobody has seen it.</summary>
public sealed record UpdateQuoteCommand(QuoteId Id, GivenQuote Quote, KnownVersion Known) : ICommand<QuoteAt>;

internal sealed class UpdateQuoteValidator : AbstractValidator<UpdateQuoteCommand>
{
    public UpdateQuoteValidator() => RuleFor(c => c.Quote).SetValidator(new GivenQuoteValidator()).OverridePropertyName("");
}

internal sealed class UpdateQuoteHandler(IQuoteStore quotes, ITicketReader tickets, ChangeLog log) : IRequestHandler<UpdateQuoteCommand, QuoteAt>
{
    public async Task<QuoteAt> Handle(UpdateQuoteCommand request, CancellationToken cancellationToken)
    {
        var now = log.Now;
        var quote = await quotes.FindAsync(request.Id, QuoteSight.Of(log), cancellationToken) ?? throw QuoteErrors.NotFound();
        request.Known.Require(quote.Version);

        var ticket = (await tickets.FindAsync(quote.Ticket, log.Reach, cancellationToken))!;

        var before = quote.Version;
        quote.Change(request.Quote.ToTerms(), ticket, log.Actor, now);

        if (quote.Version != before)
            await quotes.SaveAsync(quote, cancellationToken);
        return new(quote, now);
    }
}
