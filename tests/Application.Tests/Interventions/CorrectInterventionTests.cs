using MisterAssist.Application.Interventions;
using MisterAssist.Application.Shared;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Customers;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Prices;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using NodaTime;

namespace MisterAssist.Application.Tests.Interventions;

/// <summary>What was told can be put right until a report stands on it, and again once that is voided.</summary>
public sealed class CorrectInterventionTests
{
    private TestWorkshop _shop = null!;
    private InterventionId _intervention;

    [SetUp]
    public async Task Solve()
    {
        _shop = new();
        var application = _shop.Desk.Application;
        await application.Customers.SaveAsync(
            Customer.FromState(Tickets.TestDesk.Customer, CustomerSamples.Details(), CustomerSamples.CreatedAt, 1), CancellationToken.None);
        application.PriceLists.Have(PriceSamples.List(new LocalDate(2026, 1, 1)));
        _intervention = await _shop.PlanAsync(await _shop.Desk.OpenAsync());
        await _shop.CompleteAsync(_intervention);
    }

    [TearDown]
    public async Task Stop() => await _shop.DisposeAsync();

    [Test]
    public async Task Correct_OnceTheReportIsIssued_IsRefusedUntilThatIsVoided()
    {
        var issued = await IssueAsync();
        // A call-out at 30.00 and half an hour at 50.00.
        Assert.That(issued.Content.Net.ToString(), Is.EqualTo("55.00"));
        await Assert.ThatAsync(CorrectAsync, Refused.With("illegal_intervention_move"));

        await _shop.SendAsync(new VoidWorkReportCommand(issued.Report.Id, KnownVersion.Any, "It was our cable."));
        await CorrectAsync();
        var again = await IssueAsync();

        Assert.That((again.Content.Net.ToString(), again.Report.Replaces, again.Report.Issued!.Number), Is.EqualTo(
            ("0.00", (WorkReportId?)issued.Report.Id, new ReportNumber(2026, 2))));
        Assert.That(
            _shop.Desk.Application.WorkReports.All.Select(report => (report.Status, report.Issued!.Content.Net.ToString())),
            Is.EqualTo(new[] { (WorkReportStatus.Voided, "55.00"), (WorkReportStatus.Issued, "0.00") }), "the first says what it said");
        await Assert.ThatAsync(CorrectAsync, Refused.With("illegal_intervention_move"));
    }

    [Test]
    public async Task Correct_WithATechnicianWhoIsNotThere_IsRefused() => await Assert.ThatAsync(
        () => _shop.SendAsync(new CorrectInterventionCommand(
            _intervention, KnownVersion.Any,
            new(_shop[_intervention].Mode, null, [InterventionSamples.Entry("2026-11-23 11:00", "2026-11-23 11:10")], null))),
        Refused.With("unknown_technician"));

    [Test]
    public async Task Issue_OnNewYearsEve_IsNumberedByTheYearInRome()
    {
        _shop.Desk.Application.Clock.Now = Moments.Rome("2027-01-01 00:00");

        Assert.That((await IssueAsync()).Report.Issued!.Number, Is.EqualTo(new ReportNumber(2027, 1)));
    }

    private Task<SeenWorkReport> IssueAsync() => _shop.SendAsync(
        new IssueWorkReportCommand(_shop.Desk.Application.WorkReports.StandingOn(_intervention).Id, KnownVersion.Any));

    private Task<InterventionAt> CorrectAsync() => _shop.SendAsync(new CorrectInterventionCommand(
        _intervention, KnownVersion.Any,
        new(_shop[_intervention].Mode, _shop[_intervention].Ending!.Words, _shop[_intervention].Ending!.TimeEntries, "It was our cable.")));
}
