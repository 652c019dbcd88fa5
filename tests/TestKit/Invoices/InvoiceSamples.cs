using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.TestKit.Invoices;

/// <summary>Charges and the invoices that bill them, of November 2026: a test sets only what matters to it.</summary>
public static class InvoiceSamples
{
    public static readonly YearMonth Month = new(2026, 11);

    public static readonly Instant IssuedAt = Moments.Rome("2026-12-01 09:00");

    public static readonly LocalDate IssuedOn = new(2026, 12, 1);

    private static readonly CustomerId Owner = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    private static readonly ContractId Contract = new(Guid.Parse("00000000-0000-7000-8000-000000000005"));

    /// <summary>An Italian company.</summary>
    public static BilledCustomer Customer(Taxation? taxation = null) => new(
        Owner, PartyKind.Company, "Forno Aurora S.n.c.", CustomerSamples.Address("Via Roma 1"), ItalianNumbers.Eleven("0123456789"), null,
        taxation ?? Taxation.Ordinary);

    /// <summary>What a work report charges.</summary>
    public static Charge[] Work(int report, params ReportLine[] lines) =>
    [
        .. lines.Select(line => new Charge(
            ChargeId.New(IssuedAt), Owner, ChargeOrigin.Of(ReportOf(report), new ReportNumber(2026, report), line.Number), new(2026, 11, 20), ChargedLine.Of(line))),
    ];

    /// <summary>The fee of a year of a contract that began on 1 November 2026, or of its first so many days, or what is given back for them.</summary>
    public static Charge Fee(long cents, int? days = null, bool isCredit = false, int number = 1, int? daysLeft = null)
    {
        var year = FeeYear.Of(new(2026, 11, 1), 0);
        var fee = new ContractFee(number, isCredit, year.From, year.From.PlusDays(days ?? year.Days), year, new PlanCode("silver"), new(new(cents), 22), daysLeft);
        return new(ChargeId.New(IssuedAt), Owner, ChargeOrigin.Of(Contract, fee), fee.From, ChargedLine.Of(fee, new("Argento", "Silver")));
    }

    public static InvoiceContent Draft(IEnumerable<Charge> charges, BilledCustomer? customer = null) =>
        InvoiceContent.Of(Month, ReportContentSamples.Company, customer ?? Customer(), charges);

    /// <summary>With a number of its kind and the date; an invoice is due a month later.</summary>
    public static InvoiceContent Issued(InvoiceContent draft, int count = 1) => draft with
    {
        Number = new(draft.Kind, IssuedOn.Year, count),
        IssuedOn = IssuedOn,
        DueOn = draft.Kind == InvoiceKind.Invoice ? IssuedOn.PlusMonths(1) : null,
    };

    public static InvoiceContent Issued(IEnumerable<Charge> charges, BilledCustomer? customer = null) => Issued(Draft(charges, customer));

    /// <summary>What was issued, as it is kept.</summary>
    public static InvoiceState State(InvoiceContent issued) => new(
        new(Guid.Parse("00000000-0000-7000-8000-000000000006")), Owner, Month, IssuedAt, null, new(issued, "{}", new string('0', 64)), [], issued.Vat,
        issued.DueOn, [], [], 1);

    /// <summary>The credit note that takes lines of an invoice back, or all of them where none is given.</summary>
    public static InvoiceContent CreditNote(InvoiceContent issued, string reason = "Accordo con il cliente", params int[] lines) => Issued(
        Invoice.FromState(State(issued)).Credit(lines.Length == 0 ? null : lines, reason, new(TicketSamples.Staff, IssuedAt)));

    private static WorkReportId ReportOf(int number) => new(Guid.Parse($"00000000-0000-7000-8000-{number:000000000000}"));
}
