using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets.Promises;
using NodaTime;

namespace MisterAssist.Domain.Tickets;

/// <summary>All that is known of a ticket, as it is kept.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Number">What people call it.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="Terms">Under which it is handled.</param>
/// <param name="Report">What was reported.</param>
/// <param name="Origin">How it came in.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Assignee">Who sees to it; null for nobody yet.</param>
/// <param name="Round">1, and one more for each reopening.</param>
/// <param name="RoundStart">When the promises of the round began: reception, or reopening.</param>
/// <param name="Pauses">When it waited for its customer.</param>
/// <param name="Promises">All that was ever promised on it.</param>
/// <param name="Progress">How far the work on it is, in this round.</param>
/// <param name="EndedAt">When it was last resolved, cancelled or merged; null while it is open.</param>
/// <param name="Outcome">The words with which it was resolved or cancelled; null while it is open.</param>
/// <param name="MergedInto">The ticket in which it goes on; null where it does not.</param>
/// <param name="NextCheckAt">The first instant at which there is a warning or a miss to raise; null where there is none to come.</param>
/// <param name="Version">1, and one more for whatever is done to it. Warnings and misses are raised, not done: they leave it.</param>
/// <param name="Revision">How often it was kept; for its store alone.</param>
public sealed record TicketState(
    TicketId Id,
    TicketNumber Number,
    CustomerId CustomerId,
    TicketTerms Terms,
    Report Report,
    TicketOrigin Origin,
    TicketStatus Status,
    string? Assignee,
    int Round,
    Instant RoundStart,
    Pauses Pauses,
    IReadOnlyList<Promise> Promises,
    TicketProgress Progress,
    Instant? EndedAt,
    string? Outcome,
    TicketId? MergedInto,
    Instant? NextCheckAt,
    int Version,
    int Revision)
{
    /// <summary>The nearest deadline of what is owed, passed or not; null where nothing is due.</summary>
    public Instant? DueAt => Promises.NearestDue();

    /// <summary>In the dispatch queue, before all else: 0 for a free follow-up, 1 for what is urgent, 2 for the rest.</summary>
    public int QueueRank => Progress.FollowUpOwed ? 0 : Terms.HandledAs == Urgency.Urgent ? 1 : 2;

    /// <summary>The last instant at which something was done on which promises depend.</summary>
    internal Instant LastDeedAt => ((IEnumerable<Instant>)
    [
        RoundStart,
        Progress.LastAt ?? RoundStart,
        .. Pauses.All.Select(pause => pause.To ?? pause.From),
        .. Promises.SelectMany(promise => promise.Terms).Select(term => term.Since),
    ]).Max();

    /// <summary>Whether it could have been reopened, but not any more: that many days after the one on which it ended, in Rome.</summary>
    public bool HasLapsed(int days, Instant at) =>
        EndedAt is { } ended
        && TicketLife.MovesOf(this).Contains(TicketMove.Reopen)
        && at >= Company.Zone.AtStartOfDay(ended.InZone(Company.Zone).Date.PlusDays(days + 1)).ToInstant();

    /// <summary>When the customer wants what is promised; null where it said nothing about it.</summary>
    internal Instant? WantedAt(PromiseKind kind) => kind == PromiseKind.Presence ? Progress.Wish?.At : null;

    /// <summary>The promises as they stood, stand or will stand at an instant, if nothing more happens; by round and kind.</summary>
    public IReadOnlyList<PromiseReading> PromisesAt(Instant at, ClockOf clockOf) =>
    [
        .. from promise in Promises
           orderby promise.Round, promise.Kind
           let reading = promise.ReadAt(at, Pauses, clockOf)
           where reading is not null
           select reading,
    ];
}

/// <summary>What a customer tells us, as far as it may be put right later.</summary>
/// <param name="Subject">In a few words.</param>
/// <param name="Description">In as many as it takes.</param>
/// <param name="Urgency">In the reporter's words; a plan may handle it as normal all the same.</param>
/// <param name="Service">The kind of work, by the code that plans have for it; null where nobody knows yet.</param>
/// <param name="SiteId">Where; null where that does not matter.</param>
/// <param name="ContactId">Whom to ask; null for nobody in particular.</param>
public sealed record Report(
    string Subject, string Description, Urgency Urgency, string? Service, SiteId? SiteId, ContactId? ContactId)
{
    /// <summary>The longest subject, in UTF-16 units.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>The longest description, in UTF-16 units.</summary>
    public const int MaxDescriptionLength = 20_000;
}

/// <summary>How a ticket came in; that does not change.</summary>
/// <param name="Channel">By which way.</param>
/// <param name="ChannelInPlan">False where staff recorded a report by a channel that the plan does not have.</param>
/// <param name="ReceivedAt">When the customer told us: promises start then.</param>
/// <param name="RecordedAt">When it was put down here; later than it was received where it was put down late.</param>
/// <param name="LateNote">Why it was put down late; null where it was not.</param>
/// <param name="Reporter">Who put it down.</param>
/// <param name="Previous">The ticket that it takes up again; null where there is none.</param>
public sealed record TicketOrigin(
    Channel Channel, bool ChannelInPlan, Instant ReceivedAt, Instant RecordedAt, string? LateNote, Actor Reporter, TicketId? Previous);

/// <summary>The terms under which a ticket is handled: those of the contract in force when it was received, or Standard.</summary>
/// <param name="ContractId">Null where there was none.</param>
/// <param name="Plan">The plan.</param>
/// <param name="PlanVersion">Its version: later ones do not change what was promised.</param>
/// <param name="Precedence">Of its customers in the queue: lower comes first.</param>
/// <param name="HandledAs">The urgency that the plan takes it for.</param>
public sealed record TicketTerms(ContractId? ContractId, PlanCode Plan, int PlanVersion, int Precedence, Urgency HandledAs);
