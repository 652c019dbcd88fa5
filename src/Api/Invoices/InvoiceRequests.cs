using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.OpenApi;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Invoices;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Invoices;
using NodaTime;

namespace MisterAssist.Api.Invoices;

/// <summary>What to take back of an invoice.</summary>
internal sealed record CreditInvoiceRequest
{
    /// <summary>The numbers of the lines; all that stand where it is not said. An item and its discount go together.</summary>
    [MaxLength(InvoiceResponse.MaxLines)]
    [MinLength(1)]
    [ItemRange(1, InvoiceResponse.MostLines)]
    public IReadOnlyList<int>? Lines { get; init; }

    /// <summary>Why, as the customer reads it.</summary>
    [StringLength(TicketWords.MaxLength, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>Whether the next billing run bills it again; true where it is not said. False: it is not owed any more.</summary>
    public bool? BillAgain { get; init; }

    public CreditInvoiceCommand ToCommand(InvoiceId id, KnownVersion known) => new(id, known, Lines, Reason, BillAgain ?? true);
}

/// <summary>Money that came in.</summary>
internal sealed record TakePaymentRequest
{
    /// <summary>More than zero, and not more than is open.</summary>
    public required MoneyRequest Amount { get; init; }

    /// <summary>In Rome; not in the future.</summary>
    public required LocalDate PaidOn { get; init; }

    /// <summary>Of the bank transfer, say.</summary>
    [StringLength(Payment.MaxReferenceLength)]
    public string? Reference { get; init; }

    public TakePaymentCommand ToCommand(InvoiceId id, KnownVersion known) => new(id, known, Amount.Amount, PaidOn, Reference);
}
