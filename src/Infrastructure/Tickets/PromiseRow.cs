using System.Text.Json;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Tickets;

internal sealed class PromiseRow
{
    public required string TicketId { get; init; }

    public required string Kind { get; init; }

    public required int Round { get; init; }

    public required string Terms { get; init; }

    public string? DueAt { get; init; }

    public string? MetAt { get; init; }

    public required int Warned { get; init; }

    public required bool MissRaised { get; init; }

    public static PromiseRow From(TicketId ticket, Promise promise) => new()
    {
        TicketId = DbText.From(ticket.Value),
        Kind = DbText.From(promise.Kind),
        Round = promise.Round,
        Terms = JsonSerializer.Serialize(promise.Terms.Select(TermDocument.Of)),
        DueAt = DbText.From(promise.DueAt),
        MetAt = DbText.From(promise.MetAt),
        Warned = promise.Warned,
        MissRaised = promise.MissRaised,
    };

    public Promise ToPromise() => new(
        DbText.ToEnum<PromiseKind>(Kind),
        Round,
        [.. JsonSerializer.Deserialize<TermDocument[]>(Terms)!.Select(term => term.ToTerm())],
        DbText.ToInstantOrNull(DueAt),
        DbText.ToInstantOrNull(MetAt),
        Warned,
        MissRaised);

    /// <summary>A term of a promise: plain values, the working time in whole seconds.</summary>
    private sealed record TermDocument(string Since, BasisDocument? Basis, string? Withdrawal)
    {
        public static TermDocument Of(PromiseTerm term) => new(
            DbText.From(term.Since),
            term.Basis is { } basis ? BasisDocument.Of(basis) : null,
            term.Withdrawal is { } reason ? DbText.From(reason) : null);

        public PromiseTerm ToTerm() => new(
            DbText.ToInstant(Since), Basis?.ToBasis(), Withdrawal is null ? null : DbText.ToEnum<Withdrawal>(Withdrawal));
    }

    private sealed record BasisDocument(
        string Plan, int PlanVersion, string KnownAt, string StartsAt, long AllowedSeconds, IReadOnlyList<int> Warnings)
    {
        public static BasisDocument Of(PromiseBasis basis) => new(
            basis.Plan.Value, basis.PlanVersion, DbText.From(basis.KnownAt), DbText.From(basis.StartsAt),
            (long)basis.Allowed.TotalSeconds, basis.Warnings);

        public PromiseBasis ToBasis() => new(
            new(Plan), PlanVersion, DbText.ToInstant(KnownAt), DbText.ToInstant(StartsAt), Duration.FromSeconds(AllowedSeconds), Warnings);
    }
}
