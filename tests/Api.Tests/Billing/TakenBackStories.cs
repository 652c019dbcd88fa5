using System.Text.Json.Nodes;
using MisterAssist.Api.Tests.Interventions;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>What a run gave back is taken back, and what was given back is credited: nobody owes or gets anything twice.</summary>
public sealed class TakenBackStories : GivenBackWorld
{
    [Test]
    public async Task AFeeThatWasGivenBackInPart_IsNotCreditedForGood()
    {
        await GiveBackAsync();
        JsonObject forGood = new() { ["reason"] = "They never wanted it.", ["billAgain"] = false };

        Problem.Expect(await Books.TryAsync(Charged, "credit-notes", forGood), 409, "fee_given_back_already");

        Assert.That((await ReadAsync(Charged))["creditedLines"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task AFeeThatWasSetOff_IsCreditedToBeBilledAgainOnceTheNoteWasTakenBack()
    {
        var note = await GiveBackAsync();
        JsonObject anew = new() { ["reason"] = "To be made out anew." };
        Problem.Expect(await Books.TryAsync(Charged, "credit-notes", anew.DeepClone().AsObject()), 409, "fee_given_back_already");

        await CreditAsync(note);
        await CreditAsync(Charged);

        await Books.BillAsync("2026-12", issue: true);
        var again = await InvoiceOfAsync(Customer, "FT-2027-000002");
        Assert.That(Accountancy.LinesOf(again), Is.EqualTo((string[])["contract_fee 600.00", "contract_fee_credit -501.37"]));
        Assert.That((string?)again["open"]!["amount"], Is.EqualTo("120.33"));
        Assert.That((string?)(await ReadAsync(Charged))["open"]!["amount"], Is.EqualTo("0.00"));
    }

    [Test]
    public async Task WhatWasSetOff_IsOwedWhereItWasOnceTheNoteIsTakenBack_AndSetOffOnceAfterTheNextRun()
    {
        var note = await GiveBackAsync();
        var paid = await Books.TryAsync(Charged, "payments", new() { ["amount"] = Workshop.Euro("120.33"), ["paidOn"] = "2027-01-02" });
        Assert.That(paid.Status, Is.EqualTo(200), paid.Text);

        var taken = await CreditAsync(note);
        Assert.That(await StateOfAsync(Charged), Is.EqualTo("issued 0.00 611.67"));
        Assert.That(await StateOfAsync(taken), Is.EqualTo("paid 611.67 0.00"));
        var again = await ReadAsync(Charged);
        Assert.That($"{again["dueOn"]} {again["overdue"]}", Is.EqualTo("2027-02-01 false"), "a month after it was told");

        await Books.BillAsync("2026-12", issue: true);
        Assert.That(await StateOfAsync(Charged), Is.EqualTo("paid 611.67 0.00"));
        Books.Shop.At("2027-04-02 08:00");
        Assert.That((await Books.Api.ReadAsync("/v1/invoices?overdue=true"))["data"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task PagesOfANoteAndOfWhatTakesItBack_SayWhereTheMoneyIs()
    {
        var note = await GiveBackAsync();
        Assert.That(await PageOfAsync(note), Does.Contain($"Detratto da {Charged["number"]}").And.Not.Contain("A vostro credito"));

        var taken = await CreditAsync(note);

        Assert.That(await PageOfAsync(taken), Does.Contain($"Di nuovo dovuto con {Charged["number"]}").And.Not.Contain("Scadenza"));
        Assert.That((await FileOfAsync(taken)).Descendants("DatiPagamento"), Is.Empty);
        Assert.That(await PageOfAsync(Charged), Does.Contain("01/02/2027").And.Not.Contain("31/12/2026"), "due anew");
        Assert.That(await PageOfAsync(note), Does.Contain("STORNATA").And.Not.Contain("Detratto da"));
    }

    [Test]
    public async Task WhatWasRefused_AndIsNamedByANote_IsNotWithdrawnBeforeThat()
    {
        foreach (var (move, body) in new (string, JsonObject?)[] { ("send", null), ("reject", new() { ["code"] = "00305" }) })
            Assert.That((await Books.TryAsync(Charged, $"delivery/{move}", body)).Status, Is.EqualTo(200));
        var note = await GiveBackAsync();
        Problem.Expect(await Books.TryAsync(Charged, "credit-notes", new() { ["reason"] = "Refused." }), 409, "fee_given_back_already");

        await CreditAsync(note);

        await CreditAsync(Charged);
        Assert.That((string?)(await ReadAsync(Charged))["deliveries"]![0]!["state"], Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task WhatWasGivenBack_IsTakenBackWhole_AndGivenBackByTheNextRun()
    {
        var note = await GiveBackAsync();
        Problem.Expect(
            await Books.TryAsync(note, "credit-notes", new() { ["lines"] = new JsonArray(1), ["reason"] = "In part." }), 409, "credit_note_taken_back_whole");

        var taken = await CreditAsync(note);

        Assert.That($"{taken["kind"]} {taken["creditsInvoiceId"]} {Accountancy.TotalsOf(taken)}", Is.EqualTo($"invoice {note["id"]} {Accountancy.TotalsOf(note)}"));
        Assert.That((string?)(await ReadAsync(note))["status"], Is.EqualTo("credited"));
        var file = await FileOfAsync(taken);
        Assert.That(
            (file.Descendants("TipoDocumento").Single().Value, file.Descendants("IdDocumento").Single().Value), Is.EqualTo(("TD01", (string?)note["number"])));
        var next = await Books.DoneAsync((string)(await Books.StartAsync("2026-12")).Json["id"]!);
        Assert.That($"{next["tally"]!["creditNotes"]} {next["tally"]!["lines"]} {next["tally"]!["net"]!["amount"]}", Is.EqualTo("1 1 -501.37"));
    }

    [Test]
    public async Task ADraftThatGivesBack_IsDiscardedBeforeTheFeeIsCredited_AndGoesWithIt([Values] bool billAgain)
    {
        Books.Shop.At("2027-01-02 08:00");
        await Books.BillAsync("2026-12");
        var draft = await Books.InvoiceOfAsync(Customer, "&status=draft");
        Assert.That($"{draft["kind"]} {draft["givesBackInvoiceNumber"]} {Accountancy.TotalsOf(draft)}", Is.EqualTo($"credit_note {Charged["number"]} 501.37 110.30 611.67"));
        JsonObject credit = new() { ["reason"] = "Why", ["billAgain"] = billAgain };
        var refused = await Books.TryAsync(Charged, "credit-notes", credit.DeepClone().AsObject());
        Problem.Expect(refused, 409, "fee_given_back_already");
        Assert.That((string?)refused.Json["detail"], Does.Contain($"discard the draft {draft["id"]}"));

        Assert.That((await Books.Api.DeleteAsync($"/v1/invoices/{draft["id"]}", ("If-Match", "*"))).Status, Is.EqualTo(204));
        Assert.That((await Books.TryAsync(Charged, "credit-notes", credit)).Status, Is.EqualTo(201));

        var next = await Books.BillAsync("2026-12", issue: true);
        Assert.That(Accountancy.TallyOf(next), Does.EndWith(billAgain ? "0 failed, 2 lines, 98.63" : "0 failed, 0 lines, 0.00"));
    }

    [Test]
    public async Task AFeeThatIsBilledAgainUnderAnotherRegime_IsGivenBackUnderThat()
    {
        var note = await GiveBackAsync();
        await CreditAsync(note);
        await CreditAsync(Charged);
        await TaxAsync("""{ "exemption": { "nature": "N3.5", "reference": "Dichiarazione 1/2026" } }""");

        await Books.BillAsync("2026-12", issue: true);

        var again = await InvoiceOfAsync(Customer, "FT-2027-000002");
        Assert.That(Accountancy.TotalsOf(again), Is.EqualTo("98.63 0.00 98.63"));
        Assert.That(await OwedAsync(Customer), Is.EqualTo(98.63m));
    }

    /// <summary>Silver was given back for bronze, that in part, and all but the first invoice taken back to be billed again; then that is credited for good.</summary>
    [Test]
    public async Task AFeeThatIsCreditedForGood_LeavesWhatIsGivenBackOfAnother()
    {
        var customer = await Books.CustomerAsync("Bar Sport S.r.l.", "silver");
        await Books.BillAsync("2026-11", issue: true);
        await DoAsync(customer, "change-plan", new() { ["plan"] = "bronze", ["fromOn"] = "2026-12-15" });
        Books.Shop.At("2027-01-02 08:00");
        await Books.BillAsync("2026-12", issue: true);
        await DoAsync(customer, "terminate", new() { ["fromOn"] = "2027-01-31", ["reason"] = "They close." });
        Books.Shop.At("2027-02-02 08:00");
        await Books.BillAsync("2027-01", issue: true);
        var (bronze, ended) = (await Books.InvoiceOfAsync(customer, "&month=2026-12&kind=invoice"), await Books.InvoiceOfAsync(customer, "&month=2027-01"));
        await CreditAsync(await Books.InvoiceOfAsync(customer, "&month=2026-12&kind=credit_note"));
        await CreditAsync(ended);
        await CreditAsync(bronze);

        var forGood = await Books.TryAsync(await InvoiceOfAsync(customer, "FT-2026-000002"), "credit-notes", new() { ["reason"] = "A gift.", ["billAgain"] = false });
        Assert.That(forGood.Status, Is.EqualTo(201), forGood.Text);

        await Books.BillAsync("2027-01", issue: true);
        var again = await Books.InvoiceOfAsync(customer, "&kind=invoice&status=issued");
        Assert.That(Accountancy.LinesOf(again), Is.EqualTo((string[])["contract_fee 211.07", "contract_fee_credit -180.17"]));
    }

    /// <summary>Silver was given back for bronze; both are taken back for good, so that silver is owed after all. Then the contract ends.</summary>
    [Test]
    public async Task AFeeThatIsOwedAfterAll_IsGivenBackWhenTheContractEnds()
    {
        var customer = await Books.CustomerAsync("Bar Sport S.r.l.", "silver");
        await Books.BillAsync("2026-11", issue: true);
        await DoAsync(customer, "change-plan", new() { ["plan"] = "bronze", ["fromOn"] = "2026-12-15" });
        Books.Shop.At("2027-01-02 08:00");
        await Books.BillAsync("2026-12", issue: true);
        var bronze = await Books.InvoiceOfAsync(customer, "&month=2026-12&kind=invoice");
        var silver = await Books.InvoiceOfAsync(customer, "&month=2026-12&kind=credit_note");
        foreach (var document in (JsonNode[])[bronze, silver])
        {
            var taken = await Books.TryAsync(document, "credit-notes", new() { ["reason"] = "Silver after all.", ["billAgain"] = false });
            Assert.That(taken.Status, Is.EqualTo(201), taken.Text);
        }

        Assert.That(await OwedAsync(customer), Is.EqualTo(732.00m));
        await DoAsync(customer, "terminate", new() { ["fromOn"] = "2027-01-31", ["reason"] = "They close." });
        Books.Shop.At("2027-02-02 08:00");
        await Books.BillAsync("2027-01", issue: true);

        var note = await Books.InvoiceOfAsync(customer, "&month=2027-01");
        // 274 of the 365 days of 600.00.
        Assert.That($"{note["givesBackInvoiceNumber"]} {Accountancy.TotalsOf(note)}", Is.EqualTo("FT-2026-000002 450.41 99.09 549.50"));
        Assert.That(await OwedAsync(customer), Is.EqualTo(182.50m));
    }

    [Test]
    public async Task WhatWasChargedForAnotherPlan_IsNotTakenBackForGood()
    {
        var customer = await Books.CustomerAsync("Bar Sport S.r.l.", "silver");
        await Books.BillAsync("2026-11", issue: true);
        await DoAsync(customer, "change-plan", new() { ["plan"] = "bronze", ["fromOn"] = "2026-12-15" });
        var note = await GiveBackAsync();
        var other = await Books.InvoiceOfAsync(customer, "&kind=credit_note");
        JsonObject forGood = new() { ["reason"] = "Why", ["billAgain"] = false };

        Problem.Expect(await Books.TryAsync(other, "credit-notes", forGood.DeepClone().AsObject()), 409, "fee_charged_anew");

        Assert.That((await Books.TryAsync(note, "credit-notes", forGood)).Status, Is.EqualTo(201), "a contract that ended charges nothing anew");
        Assert.That(Accountancy.TallyOf(await Books.BillAsync("2026-12")), Does.EndWith("0 lines, 0.00"));
        Assert.That((string?)(await ReadAsync(Charged))["open"]!["amount"], Is.EqualTo("732.00"));
    }
}
