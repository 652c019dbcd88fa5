using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.TestKit.Invoices;

namespace MisterAssist.Domain.Tests.Billing;

public sealed class BillingTallyTests
{
    [Test]
    public void With_CountsWhatWasMade_AndNoMoneyOfADraftThatStaysWhatItWas()
    {
        BillingOutcome[] came =
        [
            Outcome(BillingOutcomeKind.Invoice, 2, 100_00), Outcome(BillingOutcomeKind.CreditNote, 1, -30_00), Outcome(BillingOutcomeKind.Invoice, 0, 20_00),
            Outcome(BillingOutcomeKind.Failed, 1, 5_00), Outcome(BillingOutcomeKind.Failed, 0, 7_00),
        ];

        Assert.That(BillingTally.None(9).With(came, 4), Is.EqualTo(new BillingTally(9, 4, 2, 1, 0, 2, 4, new(95_00))));
        Assert.That(BillingTally.None(9).With(came, 4).Outcomes, Is.EqualTo(came.Length));
    }

    private static BillingOutcome Outcome(BillingOutcomeKind kind, int lines, long net) => new(
        CustomerId.New(InvoiceSamples.IssuedAt), null, kind, lines, new(net), new(net),
        kind == BillingOutcomeKind.Failed ? new("electronic_invoice_refused", "Why") : null);
}
