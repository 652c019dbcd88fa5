using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Quotes;

/// <summary>What a quote offers, and until when.</summary>
public sealed record QuoteTerms
{
    public const int MaxLines = 100;
    public const int MaxNoteLength = 2000;

    private QuoteTerms(IReadOnlyList<QuoteLine> lines, LocalDate validUntilOn, string? note) =>
        (Lines, ValidUntilOn, Note) = (lines, validUntilOn, note);

    /// <summary>In the order in which the customer reads them.</summary>
    public IReadOnlyList<QuoteLine> Lines { get; }

    /// <summary>The last day on which it can be accepted, in Rome.</summary>
    public LocalDate ValidUntilOn { get; }

    /// <summary>For the customer to read; null for nothing.</summary>
    public string? Note { get; }

    /// <summary>The sum of the lines, without VAT.</summary>
    public Money Total => Lines.Sum(line => line.Amount);

    /// <summary>Midnight after the last day, exclusive.</summary>
    public Instant EndsAt => Company.Zone.AtStartOfDay(ValidUntilOn.PlusDays(1)).ToInstant();

    /// <exception cref="BusinessException">The total is more than the company could ever charge.</exception>
    public static QuoteTerms Create(IReadOnlyList<QuoteLine> lines, LocalDate validUntilOn, string? note)
    {
        var terms = new QuoteTerms(lines, validUntilOn, note);
        return terms.Total <= Money.Largest ? terms : throw QuoteErrors.TotalTooLarge();
    }

    /// <summary>For persistence only.</summary>
    public static QuoteTerms FromState(IReadOnlyList<QuoteLine> lines, LocalDate validUntilOn, string? note) => new(lines, validUntilOn, note);

    public bool Equals(QuoteTerms? other) =>
        other is not null && Lines.SequenceEqual(other.Lines) && ValidUntilOn == other.ValidUntilOn && Note == other.Note;

    public override int GetHashCode() => HashCode.Combine(Lines.Count, ValidUntilOn, Note);
}

/// <summary>Something that is offered.</summary>
/// <param name="Description">As the customer reads it.</param>
/// <param name="Quantity">From 1.</param>
/// <param name="UnitPrice">Without VAT.</param>
public sealed record QuoteLine(string Description, int Quantity, Money UnitPrice)
{
    public const int MaxDescriptionLength = 500;
    public const int MaxQuantity = 10_000;

    /// <summary>Without VAT; exact.</summary>
    public Money Amount => UnitPrice.Times(Quantity);
}
