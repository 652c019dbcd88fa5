using MisterAssist.Api.Customers;
using MisterAssist.Api.Shared;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Api.Billing;

/// <summary>What the documentation shows: the billing of October.</summary>
internal static class BillingExamples
{
    public const string RunId = "run_01kaj3h7x5v3t1r9p7n5m3k1jc";
    public const string InvoiceId = "inv_01kaj3h7x5v3t1r9p7n5m3k1jd";

    private static readonly YearMonth October = new(2026, 10);

    public static StartBillingRunRequest StartRequest { get; } = new() { Month = October, Issue = false };

    public static TryBillingRunRequest TryRequest { get; } = new() { Month = October, Issue = true };

    public static BillingRunResponse Started { get; } = new()
    {
        Id = RunId,
        Month = October,
        Issue = false,
        Status = BillingRunStatus.Running,
        RequestedBy = new() { Kind = ActorKind.Staff, Name = "Front office" },
        CreatedAt = Instant.FromUtc(2026, 11, 2, 8, 0),
        Tally = Tally(looked: 0, invoices: 0, lines: 0, cents: 0),
        Version = 1,
    };

    public static BillingRunResponse Done { get; } = Started with
    {
        Status = BillingRunStatus.Completed,
        EndedAt = Instant.FromUtc(2026, 11, 2, 8, 1),
        Tally = Tally(looked: 1, invoices: 1, lines: 3, cents: 6625),
        Version = 3,
    };

    public static BillingRunResponse Cancelled { get; } = Started with
    {
        Status = BillingRunStatus.Cancelled,
        EndedAt = Instant.FromUtc(2026, 11, 2, 8, 1),
        Version = 2,
    };

    public static PageResponse<BillingRunResponse> Page { get; } = new() { Data = [Done], NextCursor = null };

    public static PageResponse<BillingOutcomeResponse> Outcomes { get; } = new() { Data = [Outcome(InvoiceId)], NextCursor = null };

    public static TriedBillingRunResponse Tried { get; } = new()
    {
        Month = October,
        Tally = Done.Tally,
        Outcomes = [Outcome(null)],
    };

    private static BillingOutcomeResponse Outcome(string? invoice) => new()
    {
        CustomerId = CustomerExamples.Id,
        Kind = BillingOutcomeKind.Invoice,
        InvoiceId = invoice,
        Lines = 3,
        Net = MoneyResponse.Of(new(6625)),
        Total = MoneyResponse.Of(new(8083)),
    };

    private static BillingTallyResponse Tally(int looked, int invoices, int lines, long cents) => new()
    {
        Customers = 1,
        Looked = looked,
        Invoices = invoices,
        CreditNotes = 0,
        Statements = 0,
        Failed = 0,
        Lines = lines,
        Net = MoneyResponse.Of(new(cents)),
    };
}
