using MediatR;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tickets;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Tickets;
using MisterAssist.TestKit.Shared;

namespace MisterAssist.Application.Tests.Interventions;

/// <summary>When a ticket ends, what was still to be done on it is called off, and what is under way has to be completed first.</summary>
public sealed class PlannedWorkTests
{
    private TestWorkshop _shop = null!;
    private TicketId _ticket;
    private TicketId _other;

    private static IEnumerable<string> Ends => ["resolve", "cancel", "merge"];

    [SetUp]
    public async Task Start()
    {
        _shop = new();
        _ticket = await _shop.Desk.OpenAsync();
        _other = await _shop.Desk.OpenAsync();
    }

    [TearDown]
    public async Task Stop() => await _shop.DisposeAsync();

    [TestCaseSource(nameof(Ends))]
    public async Task End_WithSomethingPlanned_CallsThatOff(string end)
    {
        var (planned, open) = (await _shop.PlanAsync(_ticket, "2026-11-23 15:00"), await _shop.PlanAsync(_ticket));
        var elsewhere = await _shop.PlanAsync(_other);

        await _shop.SendAsync(Command(end));

        Assert.That(_shop[planned].Status, Is.EqualTo(InterventionStatus.Cancelled));
        Assert.That((_shop[open].Status, _shop[open].Ending!.Cause, _shop[open].Ending!.Words.Length > 0), Is.EqualTo(
            (InterventionStatus.Cancelled, (Domain.Interventions.Appointments.MoveCause?)null, true)));
        Assert.That(_shop[elsewhere].Status, Is.EqualTo(InterventionStatus.Planned));
        Assert.That(_shop.Desk.Application.WorkReports.All, Is.Empty);
    }

    [TestCaseSource(nameof(Ends))]
    public async Task End_WhileATechnicianIsAtWork_IsRefusedAndRolledBack(string end)
    {
        await _shop.StartAsync(await _shop.PlanAsync(_ticket));

        await Assert.ThatAsync(() => _shop.SendAsync(Command(end)), Refused.With("intervention_underway"));

        Assert.That(_shop.Desk.Application.Journal.Entries.Last(entry => !entry.StartsWith("log", StringComparison.Ordinal)), Is.EqualTo("roll back"));
    }

    private IRequest<TicketAt> Command(string end) => end switch
    {
        "resolve" => new ResolveTicketCommand(_ticket, KnownVersion.Any, "It prints again."),
        "cancel" => new CancelTicketCommand(_ticket, KnownVersion.Any, "It prints again."),
        _ => new MergeTicketCommand(_ticket, KnownVersion.Any, _other),
    };
}
