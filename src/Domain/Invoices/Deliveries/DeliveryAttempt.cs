using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Invoices.Deliveries;

/// <summary>One attempt to hand an invoice to the exchange system. The transmission itself is done elsewhere, and told.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Progressive">Of the file, unlike that of any other file of the company.</param>
/// <param name="State">How far it came.</param>
/// <param name="SentAt">When the file was sent; null before.</param>
/// <param name="AnsweredAt">When the exchange system's answer came; null before.</param>
/// <param name="Code">Of the rejection; null for none.</param>
/// <param name="Message">Of the rejection; null for none.</param>
/// <param name="File">The file, as it was sent; null before.</param>
public sealed record DeliveryAttempt(
    int Number, Progressive Progressive, DeliveryState State, Instant? SentAt, Instant? AnsweredAt, string? Code, string? Message, string? File)
{
    public const int MaxCodeLength = 20;
    public const int MaxMessageLength = 1000;

    /// <summary>How long after the answer what was refused may be sent again under the same number and date.</summary>
    public const int DaysToResend = 5;

    /// <summary>The last day, in Rome, on which it may be sent again under the same number and date; null for what was not refused.</summary>
    /// <remarks>Nothing stops anybody later. But then the tax office takes it for issued late: credit it whole, and bill it again under another number.</remarks>
    public LocalDate? ResendBy => State == DeliveryState.Rejected && AnsweredAt is { } at ? LastDayAfter(at) : null;

    public static DeliveryAttempt Prepared(int number, Progressive progressive) =>
        new(number, progressive, DeliveryState.NotSent, null, null, null, null, null);

    /// <summary>The last day, in Rome, on which what was refused at a moment may be sent again.</summary>
    public static LocalDate LastDayAfter(Instant refusedAt) => refusedAt.InZone(Company.Zone).Date.PlusDays(DaysToResend);

    /// <summary>What was refused before then may not be sent again any more on a day in Rome.</summary>
    public static Instant RefusedTooLongAgoOn(LocalDate today) => Company.Zone.AtStartOfDay(today.PlusDays(-DaysToResend)).ToInstant();
}

/// <summary>How far the delivery of an invoice came.</summary>
public enum DeliveryState
{
    /// <summary>The file is there to be fetched.</summary>
    NotSent,

    /// <summary>It was handed over, and not answered yet.</summary>
    Sent,

    /// <summary>The exchange system delivered it, or keeps it for the customer.</summary>
    Delivered,

    /// <summary>The exchange system refused it: to the law it was never issued, until it is sent again and not refused.</summary>
    Rejected,

    /// <summary>It was refused, and all of it was credited then: it was never issued to the law, and is not sent again.</summary>
    Withdrawn,
}
