using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;
using NodaTime;

namespace MisterAssist.Application.Quotes;

/// <summary>Gets a quote that the caller may see, as it stands now.</summary>
public sealed record GetQuoteQuery(QuoteId Id) : IRequest<QuoteAt>;

internal sealed class GetQuoteHandler(IQuoteStore quotes, ICaller caller, IClock clock) : IRequestHandler<GetQuoteQuery, QuoteAt>
{
    public async Task<QuoteAt> Handle(GetQuoteQuery request, CancellationToken cancellationToken)
    {
        var quote = await quotes.FindAsync(request.Id, QuoteSight.Of(caller), cancellationToken) ?? throw QuoteErrors.NotFound();
        return new(quote, clock.GetCurrentInstant());
    }
}
