using MisterAssist.Domain.Customers;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Customers;

internal sealed class ConsentRow
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Kind { get; init; }

    public required string TextVersion { get; init; }

    public required string GivenOn { get; init; }

    public required string RecordedBy { get; init; }

    public required string RecordedAt { get; init; }

    public string? WithdrawnOn { get; init; }

    public string? WithdrawalRecordedBy { get; init; }

    public string? WithdrawalRecordedAt { get; init; }

    public static ConsentRow From(Consent consent) => new()
    {
        Id = DbText.From(consent.Id.Value),
        CustomerId = DbText.From(consent.Customer.Value),
        Kind = DbText.From(consent.Kind),
        TextVersion = consent.TextVersion,
        GivenOn = DbText.From(consent.GivenOn),
        RecordedBy = consent.RecordedBy,
        RecordedAt = DbText.From(consent.RecordedAt),
        WithdrawnOn = consent.Withdrawal is { } withdrawal ? DbText.From(withdrawal.On) : null,
        WithdrawalRecordedBy = consent.Withdrawal?.RecordedBy,
        WithdrawalRecordedAt = DbText.From(consent.Withdrawal?.RecordedAt),
    };

    public Consent ToConsent() => Consent.FromState(
        new(DbText.ToId(Id)),
        new(DbText.ToId(CustomerId)),
        DbText.ToEnum<ConsentKind>(Kind),
        TextVersion,
        DbText.ToDate(GivenOn),
        RecordedBy,
        DbText.ToInstant(RecordedAt),
        WithdrawnOn is null ? null : new(DbText.ToDate(WithdrawnOn), WithdrawalRecordedBy!, DbText.ToInstant(WithdrawalRecordedAt!)));
}
