using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Customers;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Customers;
using NodaTime;

namespace MisterAssist.Api.Customers;

/// <summary>That a customer consented to something.</summary>
internal sealed record RecordConsentRequest
{
    /// <summary>To what.</summary>
    public required ConsentKind Kind { get; init; }

    /// <summary>Which version of the text they had before them.</summary>
    [StringLength(Consent.MaxTextVersionLength, MinimumLength = 1)]
    public required string TextVersion { get; init; }

    /// <summary>The day in Rome, today or before; today where it is not said.</summary>
    public LocalDate? GivenOn { get; init; }

    public RecordConsentCommand ToCommand(CustomerId customer) => new(customer, Kind, TextVersion, GivenOn);
}

/// <summary>That a customer took a consent back.</summary>
internal sealed record WithdrawConsentRequest
{
    /// <summary>The day in Rome, today or before; today where it is not said.</summary>
    public LocalDate? WithdrawnOn { get; init; }

    public WithdrawConsentCommand ToCommand(CustomerId customer, ConsentId id, KnownVersion known) => new(customer, id, WithdrawnOn, known);
}

/// <summary>A consent of a customer. It is kept as it was given; withdrawn, it is kept too.</summary>
internal sealed record ConsentResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>Who gave it.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>To what.</summary>
    public required ConsentKind Kind { get; init; }

    /// <summary>Which version of the text they had before them.</summary>
    [StringLength(Consent.MaxTextVersionLength)]
    public required string TextVersion { get; init; }

    /// <summary>The day in Rome.</summary>
    public required LocalDate GivenOn { get; init; }

    /// <summary>The name of whoever recorded it.</summary>
    [StringLength(200)]
    public required string RecordedBy { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The day in Rome on which it was taken back; null while it stands.</summary>
    public required LocalDate? WithdrawnOn { get; init; }

    /// <summary>The name of whoever recorded that; null while it stands.</summary>
    [StringLength(200)]
    public required string? WithdrawalRecordedBy { get; init; }

    /// <summary>When that was recorded; null while it stands.</summary>
    public required Instant? WithdrawalRecordedAt { get; init; }

    internal long Number { get; init; }

    string IVersioned.Version => Number.ToString(CultureInfo.InvariantCulture);

    public static ConsentResponse Of(Consent consent) => new()
    {
        Id = consent.Id.ToString(),
        CustomerId = consent.Customer.ToString(),
        Kind = consent.Kind,
        TextVersion = consent.TextVersion,
        GivenOn = consent.GivenOn,
        RecordedBy = consent.RecordedBy,
        RecordedAt = consent.RecordedAt,
        WithdrawnOn = consent.Withdrawal?.On,
        WithdrawalRecordedBy = consent.Withdrawal?.RecordedBy,
        WithdrawalRecordedAt = consent.Withdrawal?.RecordedAt,
        Number = consent.Version,
    };
}

internal sealed class ConsentResource : IResourceKind
{
    public static string Prefix => ConsentId.Prefix;
}
