using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Invoices;

internal sealed class InvoiceRow
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Month { get; init; }

    public required string CreatedAt { get; init; }

    public required string Status { get; init; }

    public string? Kind { get; init; }

    public string? Number { get; init; }

    public string? IssuedOn { get; init; }

    public string? DueOn { get; init; }

    public long? Net { get; init; }

    public long? Tax { get; init; }

    public long? Total { get; init; }

    public long? Payable { get; init; }

    public required long Credited { get; init; }

    public required long Paid { get; init; }

    public string? CreditsId { get; init; }

    public string? Delivery { get; init; }

    public required string CreditedLines { get; init; }

    public string? VatLeft { get; init; }

    public string? GivesBackId { get; init; }

    public required string Payments { get; init; }

    public required int Version { get; init; }

    public string? Content { get; init; }

    public string? Sha256 { get; init; }

    /// <summary>The one that stands in the database when it is saved.</summary>
    public int LoadedVersion { get; init; }

    public static InvoiceRow From(Invoice invoice)
    {
        var state = invoice.ToState();
        var content = state.Issued?.Content;
        return new()
        {
            Id = DbText.From(state.Id.Value),
            CustomerId = DbText.From(state.CustomerId.Value),
            Month = DbText.From(state.Month),
            CreatedAt = DbText.From(state.CreatedAt),
            Status = DbText.From(state.Status),
            Kind = content is null ? null : DbText.From(content.Kind),
            Number = content?.Number?.ToString(),
            IssuedOn = DbText.From(content?.IssuedOn),
            DueOn = DbText.From(state.DueOn),
            Net = content?.Net.Cents,
            Tax = content?.Tax.Cents,
            Total = content?.Total.Cents,
            Payable = content?.Payable.Cents,
            Credited = state.Credited.Cents,
            Paid = state.Paid.Cents,
            CreditsId = DbText.From(content?.Credits?.Id.Value),
            Delivery = state.Deliveries.Count == 0 ? null : DbText.From(state.Deliveries[^1].State),
            CreditedLines = DomainJson.ToText(state.CreditedLines),
            VatLeft = content is null ? null : DomainJson.ToText(state.Left),
            GivesBackId = DbText.From(state.GivesBackId?.Value),
            Payments = DomainJson.ToText(state.Payments),
            Version = state.Version,
            Content = state.Issued?.Text,
            Sha256 = state.Issued?.Sha256,
            LoadedVersion = invoice.LoadedVersion,
        };
    }

    public Invoice ToInvoice(IEnumerable<DeliveryRow> deliveries)
    {
        var state = new InvoiceState(
            new(DbText.ToId(Id)),
            new(DbText.ToId(CustomerId)),
            DbText.ToMonth(Month),
            DbText.ToInstant(CreatedAt),
            GivesBackId is null ? null : new(DbText.ToId(GivesBackId)),
            Content is null ? null : new(DomainJson.FromText<InvoiceContent>(Content), Content, Sha256!),
            DomainJson.FromText<IReadOnlyList<int>>(CreditedLines),
            VatLeft is null ? [] : DomainJson.FromText<IReadOnlyList<VatShare>>(VatLeft),
            DbText.ToDateOrNull(DueOn),
            DomainJson.FromText<IReadOnlyList<Payment>>(Payments),
            [.. deliveries.OrderBy(delivery => delivery.Number).Select(delivery => delivery.ToAttempt())],
            Version);
        // What was issued before that was kept had nothing but lines taken back.
        return Invoice.FromState(state.Issued is not null && VatLeft is null ? state with { Left = VatShare.Of(state.StandingLines) } : state);
    }
}

internal sealed class DeliveryRow
{
    public required string InvoiceId { get; init; }

    public required int Number { get; init; }

    public required string Progressive { get; init; }

    public required string State { get; init; }

    public string? SentAt { get; init; }

    public string? AnsweredAt { get; init; }

    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? File { get; init; }

    public static DeliveryRow From(InvoiceId invoice, DeliveryAttempt attempt) => new()
    {
        InvoiceId = DbText.From(invoice.Value),
        Number = attempt.Number,
        Progressive = attempt.Progressive.ToString(),
        State = DbText.From(attempt.State),
        SentAt = DbText.From(attempt.SentAt),
        AnsweredAt = DbText.From(attempt.AnsweredAt),
        Code = attempt.Code,
        Message = attempt.Message,
        File = attempt.File,
    };

    public DeliveryAttempt ToAttempt() => new(
        Number,
        Domain.Invoices.Deliveries.Progressive.Parse(Progressive),
        DbText.ToEnum<DeliveryState>(State),
        DbText.ToInstantOrNull(SentAt),
        DbText.ToInstantOrNull(AnsweredAt),
        Code,
        Message,
        File);
}
