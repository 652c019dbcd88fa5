using MisterAssist.Domain.Events;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Interventions.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets;

namespace MisterAssist.Domain.WorkReports;

/// <summary>The document on an intervention: every one that was completed has one, free ones too.</summary>
public sealed class WorkReport
{
    private readonly List<RecordedEvent> _events = [];

    private WorkReportState _state;

    private WorkReport(WorkReportState state) => (_state, LoadedVersion) = (state, state.Version);

    public WorkReportId Id => _state.Id;

    /// <summary>What happened to it since it was loaded or drafted, in order.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <summary>In which version it was loaded; 0 for a new one. For persistence only.</summary>
    public int LoadedVersion { get; }

    /// <summary>For persistence only.</summary>
    public static WorkReport FromState(WorkReportState state) => new(state);

    /// <summary>Drafts the report on an intervention that has ended.</summary>
    /// <param name="intervention">Completed.</param>
    /// <param name="replaces">The voided one in whose place it is; null where there is none.</param>
    /// <param name="on">Who, and when.</param>
    public static WorkReport Draft(InterventionState intervention, WorkReportId? replaces, Deed on)
    {
        var report = new WorkReport(new(
            WorkReportId.New(on.At), intervention.Id, intervention.TicketId, intervention.CustomerId, on.At, replaces, null, null, null, Version: 0));
        report.Conclude(report._state, WorkReportEvents.Drafted, on);
        return report;
    }

    public WorkReportState ToState() => _state;

    /// <summary>Issues it: from then on it never changes.</summary>
    /// <param name="content">All that it says, with its number and instant.</param>
    /// <param name="on">Who, and when.</param>
    /// <exception cref="BusinessException">It was issued already, or no person of the company acts.</exception>
    public void Issue(SealedReport content, Deed on)
    {
        RefuseUnlessDraft(on);

        Conclude(
            _state with { Issued = content }, WorkReportEvents.Issued, on,
            [new("number", null, content.Number.ToString()), new("sha256", null, content.Sha256), new("net", null, content.Content.Net.ToString())]);
    }

    /// <summary>Makes sure that it may be issued, before its content is put together.</summary>
    /// <exception cref="BusinessException">It was issued already, the customer has not decided about a part, or no person of the company acts.</exception>
    public void RefuseUnlessReady(InterventionState intervention, Deed on)
    {
        RefuseUnlessDraft(on);
        string[] undecided = [.. intervention.Parts.Where(part => part.State == PartState.Undecided).Select(part => part.Item.Code)];
        if (undecided.Length > 0)
            throw WorkReportErrors.PartUndecided(undecided);
    }

    private void RefuseUnlessDraft(Deed on)
    {
        on.Actor.RefuseUnlessStaff("issue work reports");
        if (_state.Status != WorkReportStatus.Draft)
            throw WorkReportErrors.NotADraft(_state.Status);
    }

    /// <summary>Takes it out of account, and drafts the one in its place.</summary>
    /// <exception cref="BusinessException">It is a draft, was voided already, or no person of the company acts.</exception>
    public WorkReport Void(string reason, InterventionState intervention, Deed on)
    {
        on.Actor.RefuseUnlessStaff("void work reports");
        RefuseUnlessIssued();

        var next = Draft(intervention, Id, on);
        Conclude(_state with { Voided = new(reason, on.Actor, on.At, next.Id) }, WorkReportEvents.Voided, on, [], reason);
        return next;
    }

    /// <summary>The customer has seen it.</summary>
    /// <exception cref="BusinessException">It is not issued, or was acknowledged already.</exception>
    public void Acknowledge(string name, Signature? signature, Deed on)
    {
        RefuseUnlessIssued();
        if (_state.Acknowledgement is not null)
            throw WorkReportErrors.AcknowledgedAlready();

        Conclude(
            _state with { Acknowledgement = new(name, on.Actor, on.At, signature) }, WorkReportEvents.Acknowledged, on,
            [new("acknowledgedBy", null, name)]);
    }

    private void RefuseUnlessIssued()
    {
        if (_state.Status != WorkReportStatus.Issued)
            throw WorkReportErrors.NotIssued(_state.Status);
    }

    private void Conclude(WorkReportState next, string type, Deed on, IReadOnlyList<Change>? changes = null, string? note = null)
    {
        _state = next with { Version = _state.Version + 1 };
        _events.Add(new(
            EventId.New(on.At), type, on.At, on.Actor, _state.CustomerId, _state.TicketId, null, null,
            [new("workReportId", null, Id.ToString()), .. changes ?? []], note, IsInternal: type == WorkReportEvents.Drafted));
    }
}
