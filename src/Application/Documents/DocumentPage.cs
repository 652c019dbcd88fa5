using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Application.Documents;

/// <summary>All that a document says to people, in one language and in the order in which it stands; how it looks is for who draws it.</summary>
/// <param name="Language">Of every text in it.</param>
/// <param name="Author">The company, by name.</param>
/// <param name="Letterhead">Of the company: its address and how it is reached, in lines.</param>
/// <param name="Title">With the number, or with what stands for it.</param>
/// <param name="DatedAt">When it was issued; null for a draft.</param>
/// <param name="Banner">That it is worth nothing; null where it is.</param>
/// <param name="Parties">Whom it is for, and where that matters.</param>
/// <param name="Facts">What it is about, in short.</param>
/// <param name="Sections">What it has to say.</param>
/// <param name="Signature">Null where there is nothing to sign.</param>
/// <param name="Footer">On every page.</param>
public sealed record DocumentPage(
    Language Language, string Author, IReadOnlyList<string> Letterhead, string Title, Instant? DatedAt, PageBanner? Banner,
    IReadOnlyList<PageBlock> Parties, IReadOnlyList<PageFact> Facts, IReadOnlyList<IPageSection> Sections, PageSignature? Signature,
    PageFooter Footer);

/// <summary>What must not be overlooked: a word, large and across every page, and what it means.</summary>
public sealed record PageBanner(string Word, string Meaning);

/// <summary>Something and what it is.</summary>
public sealed record PageFact(string Label, string Value);

/// <summary>Words, a table or totals.</summary>
public interface IPageSection;

/// <summary>A heading and paragraphs under it; one may have ends of lines in it.</summary>
public sealed record PageBlock(string Heading, IReadOnlyList<string> Paragraphs) : IPageSection;

/// <summary>Rows under headings.</summary>
public sealed record PageTable(string Heading, IReadOnlyList<PageColumn> Columns, IReadOnlyList<PageRow> Rows) : IPageSection;

/// <summary>A column of figures stands on the right and is never broken; the one of words takes the room that is left.</summary>
public sealed record PageColumn(string Heading, bool IsOfFigures);

/// <summary>A row of a table.</summary>
/// <param name="Kind">How it stands to those around it.</param>
/// <param name="Cells">One for each column; of a heading what it says, and the figure in the last column.</param>
public sealed record PageRow(PageRowKind Kind, IReadOnlyList<string> Cells);

/// <summary>How a row of a table stands to those around it.</summary>
public enum PageRowKind
{
    /// <summary>It is something of its own.</summary>
    Item,

    /// <summary>It is about the row above it, and stays with it.</summary>
    Attached,

    /// <summary>It is about the rows below it, and stays with the first.</summary>
    Heading,
}

/// <summary>Amounts, the last of which is what counts. They stay with the end of a table before them.</summary>
/// <param name="Facts">One below the other.</param>
/// <param name="Note">What they mean.</param>
public sealed record PageTotals(IReadOnlyList<PageFact> Facts, string Note) : IPageSection;

/// <summary>Where the customer signs, or has signed.</summary>
/// <param name="Heading">What the signature means.</param>
/// <param name="Facts">With what was written, or empty values for what is to be.</param>
/// <param name="Png">The signature as drawn; null where there is none.</param>
public sealed record PageSignature(string Heading, IReadOnlyList<PageFact> Facts, byte[]? Png);

/// <summary>The foot of every page.</summary>
/// <param name="Lines">What document it is, and how it can be recognized.</param>
/// <param name="Page">The word before the number of the page.</param>
/// <param name="Of">The word between it and how many there are.</param>
public sealed record PageFooter(IReadOnlyList<string> Lines, string Page, string Of);
