using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.Customers;

/// <summary>That a customer consented to something, on a day, by a certain text. Nothing of it is ever changed; it can be withdrawn, once.</summary>
public sealed class Consent
{
    public const int MaxTextVersionLength = 50;

    private Consent(
        ConsentId id, CustomerId customer, ConsentKind kind, string textVersion, LocalDate givenOn, string recordedBy, Instant recordedAt,
        ConsentWithdrawal? withdrawal) =>
        (Id, Customer, Kind, TextVersion, GivenOn, RecordedBy, RecordedAt, Withdrawal) =
        (id, customer, kind, textVersion, givenOn, recordedBy, recordedAt, withdrawal);

    public ConsentId Id { get; }

    public CustomerId Customer { get; }

    public ConsentKind Kind { get; }

    /// <summary>Which version of the text they had before them.</summary>
    public string TextVersion { get; }

    /// <summary>The day in Rome.</summary>
    public LocalDate GivenOn { get; }

    /// <summary>The name of whoever recorded it.</summary>
    public string RecordedBy { get; }

    public Instant RecordedAt { get; }

    /// <summary>Null while it stands.</summary>
    public ConsentWithdrawal? Withdrawal { get; private set; }

    /// <summary>1 while it stands, 2 once it is withdrawn.</summary>
    public long Version => Withdrawal is null ? 1 : 2;

    /// <param name="customer">Who gave it.</param>
    /// <param name="kind">To what.</param>
    /// <param name="textVersion">Which version of the text they had before them.</param>
    /// <param name="givenOn">The day in Rome; null for today.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="BusinessException">The day comes after today.</exception>
    public static Consent Record(CustomerId customer, ConsentKind kind, string textVersion, LocalDate? givenOn, Actor by, Instant at)
    {
        var today = at.InZone(Company.Zone).Date;
        if (givenOn > today)
            throw CustomerErrors.ConsentInTheFuture("givenOn");

        return new(ConsentId.New(at), customer, kind, textVersion, givenOn ?? today, by.Name, at, null);
    }

    /// <summary>For persistence only.</summary>
    public static Consent FromState(
        ConsentId id, CustomerId customer, ConsentKind kind, string textVersion, LocalDate givenOn, string recordedBy, Instant recordedAt,
        ConsentWithdrawal? withdrawal) => new(id, customer, kind, textVersion, givenOn, recordedBy, recordedAt, withdrawal);

    /// <param name="on">The day in Rome; null for today.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="BusinessException">It is withdrawn already, or the day comes after today or before the consent.</exception>
    public void Withdraw(LocalDate? on, Actor by, Instant at)
    {
        if (Withdrawal is not null)
            throw CustomerErrors.ConsentWithdrawn();

        var today = at.InZone(Company.Zone).Date;
        if (on > today)
            throw CustomerErrors.ConsentInTheFuture("withdrawnOn");
        if (on < GivenOn)
            throw CustomerErrors.ConsentWithdrawnBeforeGiven();

        Withdrawal = new(on ?? today, by.Name, at);
    }
}

/// <summary>That a consent was taken back.</summary>
/// <param name="On">The day in Rome.</param>
/// <param name="RecordedBy">The name of whoever recorded it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record ConsentWithdrawal(LocalDate On, string RecordedBy, Instant RecordedAt);
