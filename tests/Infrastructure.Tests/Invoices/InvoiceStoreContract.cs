using System.Data.Common;
using MisterAssist.Application.Billing;
using MisterAssist.Application.Invoices;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Invoices.Deliveries;
using MisterAssist.Domain.Shared;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Billing;
using MisterAssist.TestKit;
using MisterAssist.TestKit.Invoices;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.Invoices;

/// <summary>What is kept of invoices, who sees them, and how they are numbered.</summary>
public abstract class InvoiceStoreContract : BillingContract
{
    private static readonly LocalDate Today = InvoiceSamples.IssuedOn;

    [Test]
    public async Task Find_EachStepOfALife_HasEveryField()
    {
        var draft = await DraftedAsync();
        await ExpectKeptAsync(draft);
        await ExpectChangedAsync(invoice => invoice.Extend(Next()));
        await ExpectChangedAsync(invoice => Issue(invoice, charges: InvoiceSamples.Work(7, ReportContentSamples.WithDiscounts()).Append(InvoiceSamples.Fee(100_00))));
        await ExpectChangedAsync(invoice => invoice.Take(new(10_00), Today, "CRO \"1\"", Next()));
        await ExpectChangedAsync(invoice => invoice.Take(new(5_00), Today, null, Next()));
        await ExpectChangedAsync(invoice => invoice.Reverse(1, "It came back.", Next()));
        await ExpectChangedAsync(invoice => invoice.Send("<x/>", Next()));
        await ExpectChangedAsync(invoice => invoice.Reject("00311", "Perché?", Next()));
        await ExpectChangedAsync(invoice => invoice.PrepareAgain(new(46_656), Next()));
        await ExpectChangedAsync(invoice => invoice.Send("<y/>", Next()));
        await ExpectChangedAsync(invoice => invoice.Deliver(Next()));
        await ExpectChangedAsync(invoice => invoice.Credit([1, 8], "Nobody came.", Next()));

        async Task ExpectChangedAsync(Action<Invoice> change) => await ExpectKeptAsync(await ChangeAsync(draft.Id, change));
    }

    [Test]
    public async Task Find_ACreditNote_HasEveryField()
    {
        var invoice = await IssuedAsync();
        var note = InvoiceSamples.Issued(invoice.Credit(null, "Nobody came.", Next()));
        var kept = Invoice.Note(invoice.ToState(), new(note, DomainJson.ToText(note), new string('b', 64)), new(9), Next());

        await Database.UseAsync<IInvoiceStore>(invoices => invoices.AddAsync(kept, None));

        await ExpectKeptAsync(kept);
        Assert.That((await FindAsync(kept.Id))!.ToState().Issued!.Content.Credits!.Id, Is.EqualTo(invoice.Id));
    }

    [Test]
    public async Task Find_WhatWasIssued_IsTheTextThatWasSealedToTheByte()
    {
        var sealedAs = (await IssuedAsync()).ToState();

        var found = (await FindAsync(sealedAs.Id))!.ToState().Issued!;

        Assert.That((found.Text, found.Sha256), Is.EqualTo((sealedAs.Issued!.Text, sealedAs.Issued.Sha256)));
        Assert.That(DomainJson.ToText(found.Content), Is.EqualTo(found.Text));
    }

    [Test]
    public async Task Find_ADraftOrOutOfReach_IsForWhoMaySeeIt()
    {
        var (draft, issued) = (await DraftedAsync(), await IssuedAsync(Another));

        Assert.That(await FindAsync(draft.Id, withDrafts: false), Is.Null);
        Assert.That(await FindAsync(issued.Id, withDrafts: false), Is.Not.Null);
        Assert.That(await FindAsync(issued.Id, CustomerReach.Of([One])), Is.Null);
        Assert.That(await FindAsync(issued.Id, CustomerReach.Of([One, Another])), Is.Not.Null);
        Assert.That(await FindAsync(InvoiceId.New(Now.At)), Is.Null);
    }

    [Test]
    public async Task Save_LoadedTwice_IsRefusedTheSecondTime()
    {
        var draft = await DraftedAsync();
        var (first, second) = ((await FindAsync(draft.Id))!, (await FindAsync(draft.Id))!);
        Issue(first, count: 1);
        Issue(second, count: 2);

        await SaveAsync(first);

        Assert.That(Assert.ThrowsAsync<BusinessException>(() => SaveAsync(second))!.Code, Is.EqualTo("invoice_changed_meanwhile"));
        Assert.That((await FindAsync(draft.Id))!.ToState().Issued!.Number.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Add_ASecondDraftOfAMonth_IsRefusedUntilTheFirstIsIssued()
    {
        var first = await DraftedAsync();
        await Assert.ThatAsync(() => DraftedAsync(), Throws.InstanceOf<DbException>());
        await DraftedAsync(Another);

        await ChangeAsync(first.Id, invoice => Issue(invoice));

        Assert.That((await DraftsAsync(One, Another)).Count(), Is.EqualTo(1));
        Assert.That(await DraftsAsync(One), Is.Empty);
        var second = await DraftedAsync();
        Assert.That(await DraftsAsync(One), Is.EqualTo(new[] { second.Id }));
    }

    [Test]
    public async Task Add_ACreditNoteOverAnInvoice_IsBesidesTheMonthsInvoice_AndRefusedOnceMoreUntilItIsIssued()
    {
        var (charged, other) = (await IssuedAsync(count: 1), await IssuedAsync(count: 2));
        var draft = await DraftedAsync();
        var (note, second) = (await NoteAsync(charged.Id), await NoteAsync(other.Id));

        await Assert.ThatAsync(() => NoteAsync(charged.Id, new(2027, 1)), Throws.InstanceOf<DbException>());

        Assert.That(await DraftsAsync(One), Is.EquivalentTo(new[] { draft.Id, note.Id, second.Id }));
        await ExpectKeptAsync(note);
        await ChangeAsync(note.Id, invoice => invoice.Issue(Sealed(InvoiceContent.GivingBack(InvoiceSamples.Month, charged.ToState(), [])), new Progressive(1000), Next()));
        await NoteAsync(charged.Id, new(2027, 1));
    }

    [Test]
    public async Task FindAll_OfSeveral_FindsThoseThatAreThere()
    {
        var (first, second) = (await IssuedAsync(count: 1), await DraftedAsync());

        var found = await Database.UseAsync<IInvoiceStore, IReadOnlyList<Invoice>>(
            invoices => invoices.FindAllAsync([first.Id, second.Id, InvoiceId.New(InvoiceSamples.IssuedAt)], None));

        Assert.That(found.Select(invoice => Spelled.Out(invoice.ToState())), Is.EquivalentTo(new[] { first, second }.Select(known => Spelled.Out(known.ToState()))));
    }

    [Test]
    public async Task Save_OfWhatWasGivenBack_KeepsWhatIsLeftAndByWhenItIsPaid()
    {
        var charged = await IssuedAsync();
        var given = Sealed(InvoiceContent.GivingBack(InvoiceSamples.Month, charged.ToState(), [InvoiceSamples.Fee(100_00, days: 73, isCredit: true, number: 2)]));
        var note = await ChangeAsync((await NoteAsync(charged.Id)).Id, invoice => invoice.Issue(given, new Progressive(1000), Next()));

        var after = await ChangeAsync(charged.Id, invoice => invoice.SetOff(given.Content, Next()));

        Assert.That((after.ToState().Open, note.ToState().Issued!.Content.GivesBack!.Id), Is.EqualTo((new Money(97_60), charged.Id)));
        await ExpectKeptAsync(note);
        await ExpectKeptAsync(after);
        await ExpectKeptAsync(await ChangeAsync(charged.Id, invoice => invoice.UndoSetOff(given.Content, new(2027, 5, 1), Next())));
    }

    [Test]
    public async Task Issue_WithANumberThatWasGiven_IsRefused()
    {
        await IssuedAsync(count: 1);

        await Assert.ThatAsync(() => IssuedAsync(count: 1), Throws.InstanceOf<DbException>());
    }

    [Test]
    public async Task Remove_ADraft_LeavesNothingOfIt()
    {
        await ReportedAsync();
        var draft = (await FindAsync((await DraftedAsync(One, await OpenAsync(One))).Id))!;
        draft.Discard(Next());

        await Database.UseAsync<IInvoiceStore>(invoices => invoices.RemoveAsync(draft, None));

        Assert.That(await FindAsync(draft.Id), Is.Null);
        Assert.That(
            await Database.UseAsync<IChargeStore, IReadOnlyList<Charge>>(charges => charges.OnAsync(draft.Id, None)), Is.Empty);
    }

    [Test]
    public async Task Remove_WhatWasIssuedMeanwhile_IsRefused()
    {
        var draft = (await FindAsync((await DraftedAsync()).Id))!;
        await ChangeAsync(draft.Id, invoice => Issue(invoice));
        draft.Discard(Next());

        var refusal = Assert.ThrowsAsync<BusinessException>(() => Database.UseAsync<IInvoiceStore>(invoices => invoices.RemoveAsync(draft, None)));

        Assert.That(refusal!.Code, Is.EqualTo("invoice_changed_meanwhile"));
        Assert.That((await FindAsync(draft.Id))!.ToState().Issued, Is.Not.Null);
    }

    [Test]
    public async Task NextNumber_OfEachKindAndYear_IsCountedFromOneAndNeverGivenTwice()
    {
        var numbers = new List<InvoiceNumber>();
        foreach (var (kind, day) in ((InvoiceKind, string)[])
            [
                (InvoiceKind.Invoice, "2026-12-30"), (InvoiceKind.CreditNote, "2026-12-31"), (InvoiceKind.Invoice, "2026-12-30"),
                (InvoiceKind.Invoice, "2027-01-01"), (InvoiceKind.Statement, "2026-12-31"), (InvoiceKind.Invoice, "2027-01-01"),
            ])
        {
            numbers.Add(await NextNumberAsync(kind, Day(day)));
        }

        Assert.That(
            numbers.Select(number => number.ToString()),
            Is.EqualTo(new[] { "FT-2026-000001", "NC-2026-000001", "FT-2026-000002", "FT-2027-000001", "EC-2026-000001", "FT-2027-000002" }));
    }

    [TestCase("2026-12-01")]
    [TestCase("2027-01-01", TestName = "Of another year too")]
    public async Task NextNumber_WithADateBeforeTheLast_IsRefused(string last)
    {
        await NextNumberAsync(InvoiceKind.Invoice, Day(last));

        var refusal = Assert.ThrowsAsync<BusinessException>(() => NextNumberAsync(InvoiceKind.Invoice, Day("2026-11-30")));

        Assert.That(refusal!.Code, Is.EqualTo("invoice_date_before_last"));
        Assert.That((await NextNumberAsync(InvoiceKind.CreditNote, Day("2026-11-30"))).Count, Is.EqualTo(1), "each kind for itself");
        Assert.That((await NextNumberAsync(InvoiceKind.Invoice, Day(last))).Count, Is.EqualTo(2), "nothing was taken");
    }

    [Test]
    public async Task NextNumber_InATransactionThatFails_LeavesNoGap()
    {
        await NextNumberAsync(InvoiceKind.Invoice, Today);
        await FailAfterAsync<IInvoiceStore>(async invoices =>
        {
            await invoices.NextNumberAsync(InvoiceKind.Invoice, Today.PlusDays(1), None);
            await invoices.NextProgressiveAsync(None);
        });

        Assert.That((await NextNumberAsync(InvoiceKind.Invoice, Today)).Count, Is.EqualTo(2));
        Assert.That(await NextProgressiveAsync(), Is.EqualTo(new Progressive(1)));
        Assert.That(await NextProgressiveAsync(), Is.EqualTo(new Progressive(2)));
    }

    [Test]
    public async Task Issue_ForAFileThatHasItsNameFromAnother_IsRefused()
    {
        var (first, second) = (await IssuedAsync(count: 1), await IssuedAsync(count: 2));
        var taken = first.ToState().Deliveries.Single().Progressive;
        await ChangeAsync(second.Id, invoice => invoice.Send("<x/>", Next()));
        await ChangeAsync(second.Id, invoice => invoice.Reject("00311", null, Next()));

        await Assert.ThatAsync(() => ChangeAsync(second.Id, invoice => invoice.PrepareAgain(taken, Next())), Throws.InstanceOf<DbException>());
    }

    private Task<InvoiceNumber> NextNumberAsync(InvoiceKind kind, LocalDate day) =>
        Database.UseAsync<IInvoiceStore, InvoiceNumber>(invoices => invoices.NextNumberAsync(kind, day, None));

    private Task<Progressive> NextProgressiveAsync() => Database.UseAsync<IInvoiceStore, Progressive>(invoices => invoices.NextProgressiveAsync(None));

    private async Task<IEnumerable<InvoiceId>> DraftsAsync(params CustomerId[] customers) =>
        (await Database.UseAsync<IInvoiceStore, IReadOnlyList<Invoice>>(invoices => invoices.DraftsOfAsync(customers, None)))
            .Select(draft => draft.Id);

    /// <summary>A draft of a credit note over an invoice.</summary>
    private async Task<Invoice> NoteAsync(InvoiceId charged, YearMonth? month = null)
    {
        var note = Invoice.Draft(One, month ?? InvoiceSamples.Month, charged, Next());
        await Database.UseAsync<IInvoiceStore>(invoices => invoices.AddAsync(note, None));
        return note;
    }

    private async Task ExpectKeptAsync(Invoice invoice) =>
        Assert.That(Spelled.Out((await FindAsync(invoice.Id))!.ToState()), Is.EqualTo(Spelled.Out(invoice.ToState())));
}
