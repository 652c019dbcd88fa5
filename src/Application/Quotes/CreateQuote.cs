using FluentValidation;
using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Quotes;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Application.Quotes;

/// <summary>Drafts a quote for a ticket, with a number of its own. Nobody but staff sees it before it is sent.</summary>
public sealed record CreateQuoteCommand(TicketId Ticket, GivenQuote Quote) : ICommand<QuoteAt>;

internal sealed class CreateQuoteValidator : AbstractValidator<CreateQuoteCommand>
{
    public CreateQuoteValidator() => RuleFor(c => c.Quote).SetValidator(new GivenQuoteValidator()).OverridePropertyName("");
}

internal sealed class CreateQuoteHandler(IQuoteStore quotes, ITicketReader tickets, ChangeLog log) : IRequestHandler<CreateQuoteCommand, QuoteAt>
{
    public async Task<QuoteAt> Handle(CreateQuoteCommand request, CancellationToken cancellationToken)
    {
        var now = log.Now;
        var ticket = await tickets.FindAsync(request.Ticket, log.Reach, cancellationToken) ?? throw TicketErrors.NotFound();
        var number = await quotes.NextNumberAsync(now.InZone(Company.Zone).Year, cancellationToken);

        var quote = Quote.Draft(number, ticket, request.Quote.ToTerms(), log.Actor, now);

        await quotes.AddAsync(quote, cancellationToken);
        return new(quote, now);
    }
}
