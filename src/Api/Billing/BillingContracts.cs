using System.ComponentModel.DataAnnotations;
using MisterAssist.Api.Events;
using MisterAssist.Api.Http;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Billing;
using MisterAssist.Domain.Billing;
using NodaTime;

namespace MisterAssist.Api.Billing;

/// <summary>The month to bill.</summary>
internal sealed record StartBillingRunRequest
{
    /// <summary>A month that is over in Rome. All that accrued up to its last day and was not billed yet is billed.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>Whether what is made is issued at once, with the drafts of that month and of those before; drafts are made where it is not said.</summary>
    public bool? Issue { get; init; }

    public StartBillingRunCommand ToCommand() => new(Month, Issue ?? false);
}

/// <summary>The month to look at.</summary>
internal sealed record TryBillingRunRequest
{
    /// <summary>A month that is over in Rome.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>Whether what is made would be issued at once: then it is told too what could not be. It would not where it is not said.</summary>
    public bool? Issue { get; init; }

    public TryBillingRunQuery ToQuery() => new(Month, Issue ?? false);
}

/// <summary>A billing run, and how far it came.</summary>
internal sealed record BillingRunResponse : IVersioned
{
    /// <summary>Its id.</summary>
    [StringLength(30)]
    public required string Id { get; init; }

    /// <summary>That it bills.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>Whether what it makes is issued at once.</summary>
    public required bool Issue { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required BillingRunStatus Status { get; init; }

    public required ActorResponse RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was over; null before.</summary>
    public Instant? EndedAt { get; init; }

    public required BillingTallyResponse Tally { get; init; }

    /// <summary>1, and one more for each step.</summary>
    [Range(1, int.MaxValue)]
    public required int Version { get; init; }

    string IVersioned.Version => $"{Version}";

    public static BillingRunResponse Of(BillingRunState run) => new()
    {
        Id = run.Id.ToString(),
        Month = run.Month,
        Issue = run.Issues,
        Status = run.Status,
        RequestedBy = ActorResponse.Of(run.RequestedBy),
        CreatedAt = run.CreatedAt,
        EndedAt = run.EndedAt,
        Tally = BillingTallyResponse.Of(run.Tally),
        Version = run.Version,
    };
}

/// <summary>What came of a billing run so far.</summary>
internal sealed record BillingTallyResponse
{
    /// <summary>How many customers there were to look at when it began.</summary>
    [Range(0, int.MaxValue)]
    public required int Customers { get; init; }

    /// <summary>At how many it has looked.</summary>
    [Range(0, int.MaxValue)]
    public required int Looked { get; init; }

    /// <summary>How many invoices were made, added to, or issued.</summary>
    [Range(0, int.MaxValue)]
    public required int Invoices { get; init; }

    /// <summary>How many credit notes were made, added to, or issued.</summary>
    [Range(0, int.MaxValue)]
    public required int CreditNotes { get; init; }

    /// <summary>How many statements were made, added to, or issued, where nothing is owed.</summary>
    [Range(0, int.MaxValue)]
    public required int Statements { get; init; }

    /// <summary>How many documents could not be made, or issued: the outcomes say why.</summary>
    [Range(0, int.MaxValue)]
    public required int Failed { get; init; }

    /// <summary>How many lines were billed.</summary>
    [Range(0, int.MaxValue)]
    public required int Lines { get; init; }

    /// <summary>Of the documents that were made, added to or issued, without VAT.</summary>
    public required MoneyResponse Net { get; init; }

    public static BillingTallyResponse Of(BillingTally tally) => new()
    {
        Customers = tally.Customers,
        Looked = tally.Looked,
        Invoices = tally.Invoices,
        CreditNotes = tally.CreditNotes,
        Statements = tally.Statements,
        Failed = tally.Failed,
        Lines = tally.Lines,
        Net = MoneyResponse.Of(tally.Net),
    };
}

/// <summary>A document that a billing run made, added to or issued for a customer, or why it could not.</summary>
internal sealed record BillingOutcomeResponse
{
    /// <summary>The customer.</summary>
    [StringLength(30)]
    public required string CustomerId { get; init; }

    /// <summary>What was made.</summary>
    public required BillingOutcomeKind Kind { get; init; }

    /// <summary>The document, a draft where it could not be issued; null where nothing was made, or stored.</summary>
    [StringLength(30)]
    public string? InvoiceId { get; init; }

    /// <summary>How many lines it took.</summary>
    [Range(0, int.MaxValue)]
    public required int Lines { get; init; }

    /// <summary>Of the document, without VAT; negative where it gives back.</summary>
    public required MoneyResponse Net { get; init; }

    /// <summary>With VAT.</summary>
    public required MoneyResponse Total { get; init; }

    /// <summary>Why nothing could be made, or issued, for programs; null where it was.</summary>
    [StringLength(100)]
    public string? Code { get; init; }

    /// <summary>The same for people.</summary>
    [StringLength(BillingFailure.MaxDetailLength)]
    public string? Detail { get; init; }

    public static BillingOutcomeResponse Of(BillingOutcome outcome) => new()
    {
        CustomerId = outcome.CustomerId.ToString(),
        Kind = outcome.Kind,
        InvoiceId = outcome.InvoiceId?.ToString(),
        Lines = outcome.Lines,
        Net = MoneyResponse.Of(outcome.Net),
        Total = MoneyResponse.Of(outcome.Total),
        Code = outcome.Failure?.Code,
        Detail = outcome.Failure?.Detail,
    };
}

/// <summary>What a billing run would come to. Nothing of it is stored.</summary>
internal sealed record TriedBillingRunResponse
{
    /// <summary>A billing run that makes more documents is not tried in one answer.</summary>
    public const int MaxOutcomes = 1_000_000;

    /// <summary>That it would bill.</summary>
    public required YearMonth Month { get; init; }

    public required BillingTallyResponse Tally { get; init; }

    /// <summary>Customer by customer, by id: of each the invoices of months before first, and the invoice of a month before its credit notes.</summary>
    [MaxLength(MaxOutcomes)]
    public required IReadOnlyList<BillingOutcomeResponse> Outcomes { get; init; }

    public static TriedBillingRunResponse Of(TriedBillingRun tried) => new()
    {
        Month = tried.Month,
        Tally = BillingTallyResponse.Of(tried.Tally),
        Outcomes = [.. tried.Outcomes.Select(BillingOutcomeResponse.Of)],
    };
}
