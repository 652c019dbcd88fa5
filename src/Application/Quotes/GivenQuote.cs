using FluentValidation;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Quotes;
using NodaTime;

namespace MisterAssist.Application.Quotes;

/// <summary>An offer as a caller writes it down, not yet known to be right.</summary>
/// <param name="Lines">What is offered.</param>
/// <param name="ValidUntilOn">The last day on which it can be accepted, in Rome.</param>
/// <param name="Note">For the customer to read; null for nothing.</param>
public sealed record GivenQuote(IReadOnlyList<QuoteLine> Lines, LocalDate ValidUntilOn, string? Note)
{
    /// <exception cref="Domain.Shared.BusinessException">The total is more than the company could ever charge.</exception>
    public QuoteTerms ToTerms() => QuoteTerms.Create(Lines, ValidUntilOn, Note);
}

internal sealed class GivenQuoteValidator : AbstractValidator<GivenQuote>
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    public GivenQuoteValidator()
    {
        RuleFor(q => q.Lines).NotEmpty();
        RuleFor(q => q.Lines.Count).LessThanOrEqualTo(QuoteTerms.MaxLines).WithErrorCode("too_many").OverridePropertyName("Lines");
        RuleForEach(q => q.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Description).NotEmpty().MaximumLength(QuoteLine.MaxDescriptionLength);
            line.RuleFor(l => l.Quantity).InclusiveBetween(1, QuoteLine.MaxQuantity);
            line.RuleFor(l => l.UnitPrice).IsPrice();
        });
        RuleFor(q => q.ValidUntilOn.Year).InclusiveBetween(FirstYear, LastYear).OverridePropertyName("ValidUntilOn");
        RuleFor(q => q.Note!).NotEmpty().MaximumLength(QuoteTerms.MaxNoteLength).When(q => q.Note is not null);
    }
}
