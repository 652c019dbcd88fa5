using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Guarantees;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.TestKit.WorkReports;

/// <summary>What work reports say: a test sets only what matters to it.</summary>
public static class ReportContentSamples
{
    public static readonly Instant IssuedAt = Moments.Rome("2026-11-20 19:30");

    public static readonly Issuer Company = new(
        "Assistenza di prova S.r.l.", ["Via delle Officine 7", "20121 Milano (MI)"], "01234567897", "ufficio@example.it", "+39 02 0000000",
        "www.example.it");

    public static ReportContent Content(
        IReadOnlyList<ReportLine>? lines = null, IReadOnlyList<ReportedGuarantee>? guarantees = null, string subject = "La stampante è muta",
        string description = "Sostituita la scheda di rete della stampante e aggiornato il firmware.", string customer = "Forno Aurora S.n.c.") => new(
            Company,
            new ReportNumber(2026, 123),
            IssuedAt,
            new(
                new(Guid.Parse("00000000-0000-7000-8000-000000000001")), customer, CustomerSamples.Address("Via Roma 1"),
                ItalianNumbers.Eleven("0123456789"), null,
                new(new(Guid.Parse("00000000-0000-7000-8000-000000000002")), "Laboratorio", CustomerSamples.Address("Via Po 12"))),
            new(
                new(Guid.Parse("00000000-0000-7000-8000-000000000003")), new TicketNumber(2026, 77), subject, Moments.Rome("2026-11-20 08:05"),
                Urgency.Urgent, new PlanCode("silver"), new("Argento", "Silver")),
            new(
                new(Guid.Parse("00000000-0000-7000-8000-000000000004")), InterventionMode.OnSite, Moments.Rome("2026-11-20 14:00"),
                Moments.Rome("2026-11-20 15:20"), Moments.Rome("2026-11-20 16:50"), InterventionOutcome.Solved, description,
                [new("Giulia Ferri", Moments.Rome("2026-11-20 15:20"), Moments.Rome("2026-11-20 16:50"))]),
            guarantees ?? [],
            lines ?? CallOutAndLabour());

    public static ReportLine[] CallOutAndLabour() =>
    [
        Item(1, ReportLineKind.CallOut, "Uscita", "Call-out", 1, 4000),
        Labour(2, 90, 6500),
    ];

    /// <summary>A call-out, labour and two parts, each but the last with a discount of its own.</summary>
    public static ReportLine[] WithDiscounts() =>
    [
        Item(1, ReportLineKind.CallOut, "Uscita", "Call-out", 1, 4000),
        Discount(2, 1, DiscountReason.LateNormal, 40, -1600),
        Labour(3, 90, 6500),
        Discount(4, 3, DiscountReason.IncludedInPlan, 100, -9750),
        Item(5, ReportLineKind.Part, "Scheda di rete", "Network card", 2, 123450),
        Discount(6, 5, DiscountReason.OurFault, 100, -246900),
        Item(7, ReportLineKind.Part, "Cavo di rete, 3 m", "Network cable, 3 m", 1, 850),
    ];

    /// <summary>So many parts, each told from all others by its description.</summary>
    public static ReportLine[] Parts(int count) =>
        [.. Enumerable.Range(1, count).Select(n => Item(n, ReportLineKind.Part, $"pezzo<{n:000}>", $"part<{n:000}>", 1, 100))];

    public static ReportLine Item(int number, ReportLineKind kind, string italian, string english, long quantity, long cents) => new(
        number, kind, new(italian, english), quantity, QuantityUnit.Piece, new(cents), new Money(cents).Times(quantity), 22, null);

    public static ReportLine Labour(int number, long minutes, long centsAnHour) => new(
        number, ReportLineKind.Labour, new("Manodopera in sede", "Labour on site"), minutes, QuantityUnit.Minute, new(centsAnHour),
        new Money(centsAnHour).Share(minutes, 60), 22, null);

    public static ReportLine Discount(int number, int ofLine, DiscountReason reason, int percent, long cents) => new(
        number, ReportLineKind.Discount, new($"Sconto del {percent}% sulla voce {ofLine}: {reason}", $"{percent}% off item {ofLine}: {reason}"), 1, QuantityUnit.Piece, new(cents), new(cents), 22,
        new(ofLine, reason, percent));

    public static ReportedGuarantee LateNormal() => new(GuaranteeKind.LateNormal, new(
        "L'appuntamento era alle 14:00, il tecnico è arrivato alle 15:20: 40% in meno su uscita e manodopera.",
        "The appointment was at 14:00, the technician came at 15:20: 40% off call-out and labour."));
}
