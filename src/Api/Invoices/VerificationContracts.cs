using System.ComponentModel.DataAnnotations;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.Invoices;
using NodaTime;

namespace MisterAssist.Api.Invoices;

/// <summary>What came of verifying an invoice.</summary>
internal sealed record InvoiceVerificationResponse
{
    /// <summary>The invoice.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    [StringLength(20)]
    public required string Number { get; init; }

    /// <summary>Where it is in its life: a credited one is unchanged too, but is not owed any more.</summary>
    public required InvoiceStatus Status { get; init; }

    /// <summary>In Rome.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>That was stored when it was issued, in hexadecimal digits.</summary>
    [StringLength(64)]
    public required string Sha256 { get; init; }

    /// <summary>Whether what is kept still has that hash.</summary>
    public required bool Unchanged { get; init; }

    /// <summary>Whether that is the hash in the query; null where none was given.</summary>
    public bool? Matches { get; init; }

    /// <summary>What is hashed: all that the invoice says, as it was issued.</summary>
    [StringLength(100_000_000)]
    public required string Text { get; init; }

    public static InvoiceVerificationResponse Of(VerifiedInvoice verified) => new()
    {
        Id = verified.Invoice.Id.ToString(),
        Number = verified.Issued.Number.ToString(),
        Status = verified.Invoice.Status,
        IssuedOn = verified.Issued.Content.IssuedOn!.Value,
        Sha256 = verified.Issued.Sha256,
        Unchanged = verified.IsUnchanged,
        Matches = verified.Matches,
        Text = verified.Issued.Text,
    };
}
