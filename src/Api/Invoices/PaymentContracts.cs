using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Invoices;
using NodaTime;

namespace MisterAssist.Api.Invoices;

/// <summary>Money that came in for an invoice.</summary>
internal sealed record PaymentResponse
{
    /// <summary>From 1.</summary>
    [Range(1, int.MaxValue)]
    public required int Number { get; init; }

    public required MoneyResponse Amount { get; init; }

    /// <summary>In Rome.</summary>
    public required LocalDate PaidOn { get; init; }

    /// <summary>Of the bank transfer, say; null where there is none.</summary>
    [StringLength(Payment.MaxReferenceLength)]
    public string? Reference { get; init; }

    public required ActorResponse RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>When it was said to be none; null where it stands. What was reversed does not count.</summary>
    public Instant? ReversedAt { get; init; }

    /// <summary>Why it was reversed; null where it stands.</summary>
    [StringLength(TicketWords.MaxLength)]
    public string? ReversalReason { get; init; }

    public static PaymentResponse Of(Payment payment) => new()
    {
        Number = payment.Number,
        Amount = MoneyResponse.Of(payment.Amount),
        PaidOn = payment.PaidOn,
        Reference = payment.Reference,
        RecordedBy = ActorResponse.Of(payment.By),
        RecordedAt = payment.At,
        ReversedAt = payment.Reversal?.At,
        ReversalReason = payment.Reversal?.Reason,
    };
}
