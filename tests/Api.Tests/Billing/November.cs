using MisterAssist.Api.Tests.Interventions;

namespace MisterAssist.Api.Tests.Billing;

/// <summary>November 2026 of a bar, an office and a garage, in which every guarantee comes due at least once.</summary>
/// <remarks>
/// The bar has Bronze from the 1st; the office too, and Silver from the 11th; the garage has no contract. What <see cref="Workshop"/>
/// charges is worked out in <see cref="MonthStories"/>.
/// </remarks>
internal sealed class November : IDisposable
{
    private November(Accountancy books) => Books = books;

    public Accountancy Books { get; }

    public string Bar { get; private set; } = "";

    public string Office { get; private set; } = "";

    public string Garage { get; private set; } = "";

    private Workshop Shop => Books.Shop;

    /// <summary>All of it, day by day: eleven reports in the order of their numbers.</summary>
    public static async Task<November> WorkAsync()
    {
        var month = new November(await Accountancy.OpenAsync("2026-11-02 09:00"));
        await month.WelcomeAsync();
        await month.ComeTwiceForOneProblemAsync();
        await month.ComeTooLateForWhatIsUrgentAsync();
        await month.ComeLateAcrossLunchAsync();
        await month.MendWhatWeBrokeAsync();
        await month.TakeForSolvedWhatIsNotAsync();
        await month.ComeAnHourLateAsync();
        await month.FindNobodyAndComeWhenItSuitsAsync();
        await month.HelpAsThePlanIncludesAsync();
        return month;
    }

    public void Dispose() => Books.Dispose();

    private async Task WelcomeAsync()
    {
        Bar = await Books.CustomerAsync("Bar Aurora S.r.l.", "bronze");
        Office = await Books.CustomerAsync("Studio Belli S.r.l.", "bronze");
        Garage = await Books.CustomerAsync("Officina Corti S.r.l.");
        var contract = (await Books.Api.ReadAsync($"/v1/contracts?customerId={Office}"))["data"]!.AsArray().Single()!["id"];
        var changed = await Workshop.SendAsync(
            Books.Api, $"/v1/contracts/{contract}/change-plan", new() { ["plan"] = "silver", ["fromOn"] = "2026-11-11" });
        Assert.That(changed.Status, Is.EqualTo(200), changed.Text);
    }

    /// <summary>RL-1: 40 minutes do not solve it. RL-2: 50 minutes and two cables on the next day do.</summary>
    private async Task ComeTwiceForOneProblemAsync()
    {
        Shop.At("2026-11-10 09:00");
        var ticket = await Shop.ReportAsync(Bar);
        await VisitAsync(await Shop.PlanAsync(ticket), "2026-11-10 10:00", "2026-11-10 10:40", "not_solved");

        var followUp = await OwedAsync(ticket);
        await Shop.FitAsync(followUp, await Shop.PartAsync("CAB-3", "7.30"), 2);
        await VisitAsync(followUp, "2026-11-11 10:00", "2026-11-11 10:50");
    }

    /// <summary>RL-3: owed at 13:00, come at 13:06 for 64 minutes, with a disk that the office said yes to.</summary>
    private async Task ComeTooLateForWhatIsUrgentAsync()
    {
        Shop.At("2026-11-12 09:00");
        var intervention = await Shop.PlanAsync(await Shop.ReportAsync(Office, "urgent"));
        await Shop.FitAsync(intervention, await Shop.PartAsync("SSD-1", "119.84"));
        var approved = await Shop.TryAsync(intervention, "parts/1/approve", new(), await Shop.CustomerAsync(Office));
        Assert.That(approved.Status, Is.EqualTo(200), approved.Text);
        await VisitAsync(intervention, "2026-11-12 13:06", "2026-11-12 14:10");
    }

    /// <summary>RL-4: expected at 12:30, there at 14:31 for 95 minutes; from 13:00 to 14:00 nobody is owed anything.</summary>
    private async Task ComeLateAcrossLunchAsync()
    {
        Shop.At("2026-11-16 09:00");
        var intervention = await Shop.PlanAsync(await Shop.ReportAsync(Garage), "2026-11-16 12:30");
        await VisitAsync(intervention, "2026-11-16 14:31", "2026-11-16 16:06");
    }

    /// <summary>RL-5: 20 minutes and a plug, for an error of our own.</summary>
    private async Task MendWhatWeBrokeAsync()
    {
        Shop.At("2026-11-18 09:00");
        var intervention = await Shop.PlanAsync(await Shop.ReportAsync(Office), ourFault: "We had pulled the plug out.");
        await Shop.FitAsync(intervention, await Shop.PartAsync("PLG-1", "12.50"));
        await VisitAsync(intervention, "2026-11-18 10:00", "2026-11-18 10:20");
    }

    /// <summary>RL-6: 25 minutes from remote, solved as we think. RL-7: the garage does not, and is right: 30 minutes more.</summary>
    private async Task TakeForSolvedWhatIsNotAsync()
    {
        Shop.At("2026-11-19 09:00");
        var ticket = await Shop.ReportAsync(Garage);
        var intervention = await Shop.PlanAsync(ticket, mode: "remote");
        await VisitAsync(intervention, "2026-11-19 10:00", "2026-11-19 10:25");

        Shop.At("2026-11-20 09:00");
        var contested = await Shop.TryAsync(
            intervention, "contest", new() { ["reason"] = "It is silent again." }, await Shop.CustomerAsync(Garage));
        Assert.That(contested.Status, Is.EqualTo(200), contested.Text);
        await Shop.DoAsync(intervention, "accept-contest");
        await VisitAsync(await OwedAsync(ticket), "2026-11-23 10:00", "2026-11-23 10:30");
    }

    /// <summary>RL-8: expected at 10:00, there at 11:01 for two hours.</summary>
    private async Task ComeAnHourLateAsync()
    {
        Shop.At("2026-11-24 09:00");
        var intervention = await Shop.PlanAsync(await Shop.ReportAsync(Office), "2026-11-24 10:00");
        await VisitAsync(intervention, "2026-11-24 11:01", "2026-11-24 13:01");
    }

    /// <summary>RL-9: there in time, and nobody was. RL-10: there at 15:00, as the bar wished, for half an hour, with three handbooks.</summary>
    private async Task FindNobodyAndComeWhenItSuitsAsync()
    {
        Shop.At("2026-11-25 10:00");
        var ticket = await Shop.ReportAsync(Bar);
        var wasted = await Shop.PlanAsync(ticket, "2026-11-25 11:00");
        Shop.At("2026-11-25 11:20");
        await Shop.DoAsync(
            wasted, "nobody-there", new() { ["occurredAt"] = Workshop.Utc("2026-11-25 11:00"), ["note"] = "We rang for twenty minutes." });
        await Shop.IssueAsync(wasted);

        var again = await Shop.PlanAsync(ticket, "2026-11-26 11:00");
        await Shop.DoAsync(again, "move", new()
        {
            ["startsAt"] = Workshop.Utc("2026-11-26 15:00"),
            ["duration"] = "PT1H",
            ["cause"] = "customer_request",
            ["reason"] = "They open at three.",
            ["askedBy"] = "Carla",
        });
        await Shop.FitAsync(again, await Shop.PartAsync("HBK-1", "9.90", vatPercent: 4), 3);
        await VisitAsync(again, "2026-11-26 15:00", "2026-11-26 15:30");
    }

    /// <summary>RL-11: half an hour of what Silver includes.</summary>
    private async Task HelpAsThePlanIncludesAsync()
    {
        Shop.At("2026-11-27 09:00");
        var intervention = await Shop.PlanAsync(await Shop.ReportAsync(Office, service: "advanced_hardware_help"));
        await VisitAsync(intervention, "2026-11-27 10:00", "2026-11-27 10:30");
    }

    private async Task VisitAsync(string intervention, string from, string to, string outcome = "solved")
    {
        Shop.At(from);
        await Shop.StartAsync(intervention);
        await Shop.CompleteAsync(intervention, from, to, outcome);
        await Shop.IssueAsync(intervention);
    }

    private async Task<string> OwedAsync(string ticket)
    {
        var planned = (await Books.Api.ReadAsync($"/v1/interventions?ticketId={ticket}&status=planned"))["data"]!.AsArray().Single()!;
        return (string)planned["id"]!;
    }
}
