using MediatR;
using MisterAssist.Application.Events;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;

namespace MisterAssist.Application.Quotes;

/// <summary>Deletes a draft. Its number is not given again.</summary>
public sealed record DeleteQuoteCommand(QuoteId Id, KnownVersion Known) : ICommand<Unit>;

internal sealed class DeleteQuoteHandler(IQuoteStore quotes, ChangeLog log) : IRequestHandler<DeleteQuoteCommand, Unit>
{
    public async Task<Unit> Handle(DeleteQuoteCommand request, CancellationToken cancellationToken)
    {
        var quote = await quotes.FindAsync(request.Id, QuoteSight.Of(log), cancellationToken) ?? throw QuoteErrors.NotFound();
        request.Known.Require(quote.Version);

        quote.RefuseUnlessDeletable(log.Actor, log.Now);

        await quotes.DeleteAsync(quote.Id, cancellationToken);
        return Unit.Value;
    }
}
