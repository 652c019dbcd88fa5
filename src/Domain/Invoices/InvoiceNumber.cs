using System.Globalization;
using System.Runtime.InteropServices;

namespace MisterAssist.Domain.Invoices;

/// <summary>What people call an invoice: <c>FT-2026-000123</c>, the year in which it was issued (in Rome) and a count from 1, without gaps.</summary>
/// <param name="Kind">Each kind is counted for itself: <c>FT</c> invoices, <c>NC</c> credit notes, <c>EC</c> statements.</param>
/// <param name="Year">In Rome.</param>
/// <param name="Count">From 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct InvoiceNumber(InvoiceKind Kind, int Year, int Count)
{
    private const int PrefixLength = 3;
    private const int YearDigits = 4;

    public static InvoiceNumber Parse(string text) => new(
        text[..PrefixLength] switch { "FT-" => InvoiceKind.Invoice, "NC-" => InvoiceKind.CreditNote, _ => InvoiceKind.Statement },
        int.Parse(text.AsSpan(PrefixLength, YearDigits), NumberStyles.None, CultureInfo.InvariantCulture),
        int.Parse(text.AsSpan(PrefixLength + YearDigits + 1), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>Prefix, four digits, a dash, six digits or more.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix(Kind)}-{Year:0000}-{Count:000000}");

    private static string Prefix(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Invoice => "FT",
        InvoiceKind.CreditNote => "NC",
        _ => "EC",
    };
}

/// <summary>What is owed by it.</summary>
public enum InvoiceKind
{
    /// <summary>The customer owes something.</summary>
    Invoice,

    /// <summary>The customer is given something back.</summary>
    CreditNote,

    /// <summary>Nothing is owed: it shows what was done, and what it was worth.</summary>
    Statement,
}
