using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Billing;

internal sealed class BillingRunRow
{
    public required string Id { get; init; }

    public required string Month { get; init; }

    public required bool Issues { get; init; }

    public required string Status { get; init; }

    public required string RequestedBy { get; init; }

    public required string CreatedAt { get; init; }

    public string? EndedAt { get; init; }

    public string? AfterCustomerId { get; init; }

    public required string Tally { get; init; }

    public required int Version { get; init; }

    /// <summary>The one that stands in the database when it is saved.</summary>
    public int LoadedVersion { get; init; }

    public static BillingRunRow From(BillingRun run)
    {
        var state = run.ToState();
        return new()
        {
            Id = DbText.From(state.Id.Value),
            Month = DbText.From(state.Month),
            Issues = state.Issues,
            Status = DbText.From(state.Status),
            RequestedBy = DomainJson.ToText(state.RequestedBy),
            CreatedAt = DbText.From(state.CreatedAt),
            EndedAt = DbText.From(state.EndedAt),
            AfterCustomerId = DbText.From(state.After?.Value),
            Tally = DomainJson.ToText(state.Tally),
            Version = state.Version,
            LoadedVersion = run.LoadedVersion,
        };
    }

    public BillingRunState ToState() => new(
        new(DbText.ToId(Id)),
        DbText.ToMonth(Month),
        Issues,
        DbText.ToEnum<BillingRunStatus>(Status),
        DomainJson.FromText<Actor>(RequestedBy),
        DbText.ToInstant(CreatedAt),
        DbText.ToInstantOrNull(EndedAt),
        AfterCustomerId is null ? null : new(DbText.ToId(AfterCustomerId)),
        DomainJson.FromText<BillingTally>(Tally),
        Version);
}

internal sealed class BillingOutcomeRow
{
    public required string RunId { get; init; }

    public required int Number { get; init; }

    public required string CustomerId { get; init; }

    public string? InvoiceId { get; init; }

    public required string Outcome { get; init; }

    public required int Lines { get; init; }

    public required long Net { get; init; }

    public required long Total { get; init; }

    public string? Code { get; init; }

    public string? Detail { get; init; }

    public static BillingOutcomeRow From(BillingRunId run, NumberedOutcome numbered) => From(run, numbered.Number, numbered.Outcome);

    public NumberedOutcome ToOutcome() => new(Number, new(
        new(DbText.ToId(CustomerId)),
        InvoiceId is null ? null : new(DbText.ToId(InvoiceId)),
        DbText.ToEnum<BillingOutcomeKind>(Outcome),
        Lines,
        new(Net),
        new(Total),
        Code is null ? null : new(Code, Detail!)));

    private static BillingOutcomeRow From(BillingRunId run, int number, BillingOutcome outcome) => new()
    {
        RunId = DbText.From(run.Value),
        Number = number,
        CustomerId = DbText.From(outcome.CustomerId.Value),
        InvoiceId = DbText.From(outcome.InvoiceId?.Value),
        Outcome = DbText.From(outcome.Kind),
        Lines = outcome.Lines,
        Net = outcome.Net.Cents,
        Total = outcome.Total.Cents,
        Code = outcome.Failure?.Code,
        Detail = outcome.Failure?.Detail,
    };
}
