using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.Shared;
using MisterAssist.TestKit.Sla;
using MisterAssist.TestKit.Tickets;
using MisterAssist.TestKit.WorkReports;

namespace MisterAssist.Domain.Tests.WorkReports;

/// <summary>The document: a draft until it is issued, then as it is for ever, until another is in its place.</summary>
public sealed class WorkReportTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static readonly Dictionary<string, Action<WorkReport>> Moves = new()
    {
        ["issue"] = report => report.Issue(Sealed(), On("2026-11-20 19:30")),
        ["void"] = report => report.Void("The wrong hours.", Intervention(), On("2026-11-21 09:00")),
        ["acknowledge"] = report => report.Acknowledge("Carla Bianchi", null, On("2026-11-21 09:00", TicketSamples.Customer)),
    };

    private static readonly Dictionary<string, Func<WorkReport>> Lives = new()
    {
        ["draft"] = Draft,
        ["issued"] = Issued,
        ["acknowledged"] = () => Done(Issued(), "acknowledge"),
        ["voided"] = () => Done(Issued(), "void"),
        ["voided, acknowledged"] = () => Done(Done(Issued(), "acknowledge"), "void"),
    };

    [TestCase("draft", WorkReportStatus.Draft, "issue", "not_issued")]
    [TestCase("issued", WorkReportStatus.Issued, "void acknowledge", "not_a_draft")]
    [TestCase("acknowledged", WorkReportStatus.Issued, "void", "not_a_draft acknowledged_already")]
    [TestCase("voided", WorkReportStatus.Voided, "", "not_a_draft not_issued")]
    [TestCase("voided, acknowledged", WorkReportStatus.Voided, "", "not_a_draft not_issued")]
    public void Moves_AreLegalOrRefusedWithNothingDone(string life, WorkReportStatus status, string legal, string refusals)
    {
        foreach (var (name, move) in Moves)
        {
            var report = Lives[life]();
            var (state, told) = (report.ToState(), report.Events.Count);
            Assert.That(state.Status, Is.EqualTo(status));
            if (legal.Split(' ').Contains(name))
            {
                Assert.That(() => move(report), Throws.Nothing, name);
                Assert.That((report.ToState().Version, report.Events.Count), Is.EqualTo((state.Version + 1, told + 1)), name);
                continue;
            }

            Assert.That(refusals.Split(' '), Has.Member(Assert.Throws<BusinessException>(() => move(report))!.Code), name);
            Assert.That((report.ToState(), report.Events.Count), Is.EqualTo((state, told)), name);
        }
    }

    [Test]
    public void Drafted_IsOfItsInterventionAndTellsIt()
    {
        var (intervention, report) = (Intervention(), Draft());

        var state = report.ToState();
        Assert.That((state.InterventionId, state.TicketId, state.CustomerId, state.Replaces, state.Version), Is.EqualTo(
            (intervention.Id, state.TicketId, TicketSamples.CustomerId, (WorkReportId?)null, 1)));
        Assert.That(report.Events.Single().Type, Is.EqualTo(WorkReportEvents.Drafted));
    }

    [Test]
    public void Issued_KeepsWhatItSaysAndTellsNumberHashAndTotal()
    {
        var report = Issued();

        Assert.That(report.ToState().Issued, Is.EqualTo(Sealed()));
        Assert.That(report.Events[^1].Changes.Skip(1).Select(c => $"{c.Field}: {c.After}"), Is.EqualTo(new[]
        {
            "number: RL-2026-000123", $"sha256: {new string('a', 64)}", "net: 137.50",
        }));
    }

    [Test]
    public void Voided_StaysAsItWasIssuedAndDraftsTheOneInItsPlace()
    {
        var report = Issued();

        var next = report.Void("The wrong hours.", Intervention(), On("2026-11-21 09:00"));

        Assert.That(report.ToState().Issued, Is.EqualTo(Sealed()));
        Assert.That(report.ToState().Voided, Is.EqualTo(new Voiding("The wrong hours.", TicketSamples.Staff, Moments.Rome("2026-11-21 09:00"), next.Id)));
        Assert.That((next.ToState().Replaces, next.ToState().Status, next.Id == report.Id), Is.EqualTo(((WorkReportId?)report.Id, WorkReportStatus.Draft, false)));
        Assert.That((report.Events[^1].Type, report.Events[^1].Note), Is.EqualTo((WorkReportEvents.Voided, "The wrong hours.")));
    }

    [Test]
    public void Acknowledged_KeepsWhoWhenAndTheSignature()
    {
        var report = Issued();
        var signature = Signature.Create(Png, _ => true);

        report.Acknowledge("Carla Bianchi", signature, On("2026-11-21 09:00", TicketSamples.Customer));

        Assert.That(report.ToState().Acknowledgement, Is.EqualTo(
            new Acknowledgement("Carla Bianchi", TicketSamples.Customer, Moments.Rome("2026-11-21 09:00"), signature)));
        Assert.That(report.ToState().Issued, Is.EqualTo(Sealed()));
    }

    [Test]
    public void Issue_WhileAPartIsUndecided_NamesIt()
    {
        var intervention = Intervention() with { Parts = [InterventionSamples.Part(), InterventionSamples.Part(2, approval: InterventionSamples.Asked())] };
        var decided = intervention with { Parts = [InterventionSamples.Part(2, approval: InterventionSamples.Asked(false))] };

        var refusal = Assert.Throws<BusinessException>(() => Draft().RefuseUnlessReady(intervention, On("2026-11-20 19:30")))!;

        Assert.That((refusal.Code, refusal.Message), Is.EqualTo(
            ("part_undecided", "The customer has not decided about CAB-3: the report waits for that, or the part is removed.")));
        Assert.That(() => Draft().RefuseUnlessReady(decided, On("2026-11-20 19:30")), Throws.Nothing);
        Assert.That(() => Issued().RefuseUnlessReady(decided, On("2026-11-20 19:30")), Refused.With("not_a_draft"));
    }

    [TestCase(ActorKind.Customer)]
    [TestCase(ActorKind.Partner)]
    [TestCase(ActorKind.System)]
    public void WhatOnlyStaffMayDo_IsRefusedToOthers(ActorKind kind)
    {
        var on = On("2026-11-21 09:00", new(kind, "Somebody", null));

        Assert.That(() => Draft().Issue(Sealed(), on), Refused.With("staff_only"));
        Assert.That(() => Draft().RefuseUnlessReady(Intervention(), on), Refused.With("staff_only"));
        Assert.That(() => Issued().Void("Why", Intervention(), on), Refused.With("staff_only"));
    }

    [Test]
    public void Signature_IsAPngOfNoMoreBytesThanAreTaken()
    {
        byte[] largest = [.. Png, .. new byte[Signature.MaxLength - Png.Length]];

        Assert.That(Signature.Create(Png, _ => true).Png, Is.EqualTo(Png));
        Assert.That(() => Signature.Create(largest, _ => true), Throws.Nothing);
        foreach (var wrong in (byte[][])[[.. largest, 0], [], Png[..7], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0], [0, .. Png]])
            Assert.That(() => Signature.Create(wrong, _ => true), Refused.With("invalid_signature"));
    }

    [Test]
    public void Signature_ThatCannotBeDrawn_IsRefused() =>
        Assert.That(() => Signature.Create(Png, drawing => drawing != Png), Refused.With("invalid_signature"));

    [TestCase(2026, 1, "RL-2026-000001")]
    [TestCase(2027, 1_234_567, "RL-2027-1234567")]
    public void Number_IsReadAsItIsWritten(int year, int count, string text)
    {
        Assert.That(new ReportNumber(year, count).ToString(), Is.EqualTo(text));
        Assert.That(ReportNumber.Parse(text), Is.EqualTo(new ReportNumber(year, count)));
    }

    private static InterventionState Intervention() =>
        WorkSamples.Intervention([], InterventionMode.OnSite, InterventionOutcome.Solved, [], []);

    private static WorkReport Draft() => WorkReport.Draft(Intervention(), null, On("2026-11-20 19:00"));

    private static WorkReport Issued() => Done(Draft(), "issue");

    private static SealedReport Sealed() => new(Content, "{}", new string('a', 64));

    private static readonly ReportContent Content = ReportContentSamples.Content();

    private static WorkReport Done(WorkReport report, string move)
    {
        Moves[move](report);
        return report;
    }

    private static Deed On(string at, Actor? actor = null) => InterventionSamples.On(at, actor);
}
