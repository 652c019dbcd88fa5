using FsCheck.NUnit;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.TestKit;
using NodaTime;
using NodaTime.Text;

namespace MisterAssist.Domain.Tests.Tickets;

[Properties(Arbitrary = [typeof(TicketScriptGenerator)], MaxTest = 200, QuietOnSuccess = true)]
public sealed class TicketPropertiesTests
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    /// <remarks>Only that somebody had arrived in time, told late, takes a miss back: as the promise stood at the arrival, it was not missed.</remarks>
    [Property]
    public void Acts_CauseNoMissByThemselvesAndTakeNoneBack(TicketScript script) => Run(script, (before, after, at, _) =>
    {
        var missedBefore = before.Promises
            .Where(p => Read(before, p, at).State == PromiseState.Missed && !(MetAt(p) is { } met && Read(before, p, met).State != PromiseState.Missed))
            .Select(Name);

        Instant? MetAt(Promise promise) => promise.MetAt is null ? after.Promises.Single(p => Name(p) == Name(promise)).MetAt : null;

        var missedAfter = after.Promises.Where(p => p.StateAt(at) == PromiseState.Missed).Select(Name);

        Assert.That(missedAfter, Is.EquivalentTo(missedBefore));
    });

    [Property]
    public void WithdrawnPromises_ThatComeBackAreDueNoLaterThanBefore(TicketScript script) => Run(script, (before, after, at, _) =>
    {
        foreach (var (old, back) in before.Promises.Zip(after.Promises).Where(pair => !pair.First.IsOwed && pair.Second.IsOwed))
        {
            var (dueBefore, dueNow) = (DueIfResumed(before, old, at), DueIfResumed(after, back, at));

            Assert.That(dueNow <= dueBefore || dueBefore <= at, Is.True, $"{old.Kind}: {dueBefore}, then {dueNow}");
            Assert.That(dueNow > at || back.MissRaised, Is.True);
        }
    });

    [Property]
    public void WarningsAndMisses_AreRaisedOnceWhenTheirInstantHasCome(TicketScript script)
    {
        var raised = new HashSet<(PromiseKind Kind, int Round, Instant CountedFrom, PlanCode Plan, Duration Allowed, int Percent)>();
        const int miss = 100;

        Run(script, (before, after, at, events) =>
        {
            // A change to the same, or a move that is not legal, does nothing and so raises nothing.
            if (events.Count == 0)
                return;

            var due = new List<(PromiseKind Kind, int Round, Instant CountedFrom, PlanCode Plan, Duration Allowed, int Percent)>();
            foreach (var promise in before.Promises.Where(p => p.IsOwed))
            {
                var reading = Read(before, promise, at);
                var basis = reading.Basis;
                due.AddRange(
                    from percent in basis.Warnings
                    where percent > promise.Warned && reading.Used * 100 >= basis.Allowed * percent
                    select (promise.Kind, promise.Round, basis.StartsAt, basis.Plan, basis.Allowed, percent));
                var isUsedUpBefore = basis.IsAgreed ? reading.DueAt < at : at > reading.Basis.StartsAt
                    && reading.Clock.Elapsed(reading.Basis.StartsAt, at - Microsecond) >= reading.Basis.Allowed;
                if (isUsedUpBefore && !promise.MissRaised)
                    due.Add((promise.Kind, promise.Round, basis.StartsAt, basis.Plan, basis.Allowed, miss));
            }

            var told = events.Where(e => e.Type is PromiseFact.Warned or PromiseFact.Missed).Select(e =>
                (e.Promise!.Value, after.Round, e.Type == PromiseFact.Missed ? miss : int.Parse(e.Changes.Single().After!))).ToList();

            Assert.That(told, Is.EquivalentTo(due.Select(d => (d.Kind, d.Round, d.Percent))));
            Assert.That(due.Where(d => !raised.Add(d)), Is.Empty, "counted from the same, none is raised twice");
        });
    }

    [Property(MaxTest = 100)]
    public void Watching_AtRandomTimesChangesNothing(TicketScript script, int[] numbers) =>
        Assert.That(Outcome(script, WatchedAt(script, numbers)), Is.EqualTo(Outcome(script, [])));

    [Property(MaxTest = 4)]
    public void Watching_EveryMinuteChangesNothing(TicketScript script)
    {
        var end = script.Timed().Select(step => step.At).DefaultIfEmpty(script.ReceivedAt).Last();
        var everyMinute = Enumerable.Range(0, 1 + (int)(end - script.ReceivedAt).TotalMinutes).Select(m => script.ReceivedAt + Duration.FromMinutes(m));

        Assert.That(Outcome(script, [.. everyMinute]), Is.EqualTo(Outcome(script, [])));
    }

    [Property]
    public void Readings_AgreeWithWhatIsStored(TicketScript script) => Run(script, (_, after, at, _) =>
    {
        foreach (var promise in after.Promises)
        {
            var reading = Read(after, promise, at);

            Assert.That((reading.State, reading.MetAt, reading.WithdrawnAt), Is.EqualTo((promise.StateAt(at), promise.MetAt, promise.WithdrawnAt)));
            // Where a ticket begins or ceases to wait at the very instant at which a promise ended, their order cannot be read.
            var ended = promise.MetAt ?? promise.WithdrawnAt;
            if (ended is null || !after.Pauses.All.Any(pause => pause.From == ended || pause.To == ended))
                Assert.That(reading.DueAt, Is.EqualTo(promise.DueAt), $"{promise.Kind}");
            Assert.That(reading.Left == Duration.Zero || reading.Used + reading.Left == reading.Basis.Allowed, Is.True);
            Assert.That(Sum(reading.Past(1000)), Is.EqualTo(reading.Used));
            Assert.That(Sum(reading.ToCome(1000)), Is.EqualTo(reading.State == PromiseState.Running ? reading.Left : Duration.Zero));
        }
    });

    [Property]
    public void ReadingsOfThePast_SayWhatTheyDidThen(TicketScript script)
    {
        var then = new List<(Instant At, string Told)>();
        var timed = script.Timed();
        var ends = timed.Select(step => step.At).Skip(1).ToList();
        var (ticket, state) = (script.Receive(), default(TicketState)!);
        for (var i = 0; i < timed.Count; i++)
        {
            TicketScript.Do(timed[i].Act, ticket, timed[i].At);
            state = ticket.ToState();
            var until = i < ends.Count ? ends[i] : timed[i].At + Duration.FromDays(3);
            if (until > timed[i].At)
                then.AddRange(new[] { timed[i].At, timed[i].At + (until - timed[i].At) / 2 }.Select(at => (at, ToldAt(at))));
        }

        foreach (var (at, told) in then)
            Assert.That(ToldAt(at), Is.EqualTo(told), $"{at}");

        // Between an arrival and the telling of it, nobody knew.
        bool WasUnknown(Promise promise, Instant at) => promise.Kind == PromiseKind.Presence
            && timed.Any(step => step.Act == TicketAct.BeginToldLate && at >= step.At - TicketScript.Lag && at < step.At);

        string ToldAt(Instant at) => string.Join("; ",
            from promise in state.Promises
            where !WasUnknown(promise, at)
            let reading = promise.ReadAt(at, state.Pauses, TicketScript.ClockOf)
            where reading is not null
            select $"{promise.Round} {promise.Kind} {reading.State} due {reading.DueAt} met {reading.MetAt} withdrawn {reading.WithdrawnAt} used {reading.Used} of {Spelled.Out(reading.Basis)}");
    }

    [Property]
    public void NextCheckAt_IsTheFirstInstantAtWhichThereIsSomethingToRaise(TicketScript script) => Run(script, (_, after, at, _) =>
    {
        if (after.NextCheckAt is not { } next)
        {
            Assert.That(Raises(after, at + Duration.FromDays(60)), Is.False);
            return;
        }

        Assert.That(Raises(after, Instant.Max(next, at)), Is.True);
        if (next > at)
            Assert.That(Raises(after, next - Microsecond), Is.False);
    });

    /// <remarks>That somebody had arrived is told as of the arrival, however late.</remarks>
    [Property]
    public void Events_ReadFromTheStartTellTheStateInTheOrderOfTime(TicketScript script)
    {
        var told = new Dictionary<string, string?>();
        var latest = Instant.MinValue;
        var received = script.Receive();
        Read(received.Events, received.ToState());
        ExpectState(received.ToState());

        Run(script, (_, after, _, events) =>
        {
            Read(events, after);
            ExpectState(after);
        });

        void Read(IReadOnlyList<RecordedEvent> events, TicketState state)
        {
            foreach (var line in events)
            {
                if (line is not { Type: PromiseFact.Met, Promise: PromiseKind.Presence })
                {
                    Assert.That(line.At, Is.GreaterThanOrEqualTo(latest));
                    latest = line.At;
                }

                foreach (var change in line.Changes)
                {
                    var key = line.Promise is { } kind ? $"{state.Round} {kind} {change.Field}" : change.Field;
                    if (line.Promise is null && key is not ("messageId" or "confirmationId" or "interventionId"))
                        Assert.That(change.Before, Is.EqualTo(told.GetValueOrDefault(key)), key);
                    told[key] = change.After;
                }
            }
        }

        void ExpectState(TicketState state)
        {
            Assert.That(
                new[] { "status", "plan", "planVersion", "contractId", "urgency", "handledAs" }.Select(field => told.GetValueOrDefault(field)),
                Is.EqualTo(new[]
                {
                    SnakeCase.Of(state.Status), state.Terms.Plan.Value, $"{state.Terms.PlanVersion}", state.Terms.ContractId?.ToString(),
                    SnakeCase.Of(state.Report.Urgency), SnakeCase.Of(state.Terms.HandledAs),
                }));
            foreach (var promise in state.Promises)
            {
                Assert.That(
                    new[] { "dueAt", "metAt" }.Select(field => told.GetValueOrDefault($"{promise.Round} {promise.Kind} {field}")),
                    Is.EqualTo(new[] { Text(promise.DueAt), Text(promise.MetAt) }));
                if (!promise.IsOwed && promise.MetAt is null)
                    Assert.That(told[$"{promise.Round} {promise.Kind} withdrawnAt"], Is.EqualTo(Text(promise.WithdrawnAt)));
            }
        }
    }

    private static void Run(TicketScript script, Action<TicketState, TicketState, Instant, IReadOnlyList<RecordedEvent>> check)
    {
        var ticket = script.Receive();
        foreach (var (at, act) in script.Timed())
        {
            var (before, count) = (ticket.ToState(), ticket.Events.Count);
            TicketScript.Do(act, ticket, at);
            check(before, ticket.ToState(), at, [.. ticket.Events.Skip(count)]);
        }
    }

    /// <summary>What is promised in the end, and all that was told, with its instants and in its order.</summary>
    private static string Outcome(TicketScript script, IReadOnlyList<Instant> watchedAt)
    {
        var ticket = script.Receive();
        var watches = new Queue<Instant>(watchedAt.Order());
        var end = script.ReceivedAt;
        foreach (var (at, act) in script.Timed().Where(step => step.Act != TicketAct.Watch))
        {
            while (watches.TryPeek(out var watch) && watch <= at)
                ticket.Watch(watches.Dequeue(), TicketScript.ClockOf);
            TicketScript.Do(act, ticket, at);
            end = at;
        }

        ticket.Watch(end + Duration.FromDays(30), TicketScript.ClockOf);
        var told = ticket.Events.Select(e => $"{e.At} {e.Type} {e.Promise} {(e.Promise is null ? "" : Spelled.Out(e.Changes))}");
        return $"{Spelled.Out(ticket.ToState().Promises)}\n{ticket.ToState().NextCheckAt}\n{string.Join('\n', told)}";
    }

    /// <summary>Spreads small numbers over some ten days.</summary>
    private static Instant[] WatchedAt(TicketScript script, int[] numbers) =>
        [.. numbers.Select(number => script.ReceivedAt + Duration.FromMinutes(Math.Abs((long)number) * 149))];

    private static bool Raises(TicketState state, Instant at)
    {
        var ticket = Ticket.FromState(state);
        ticket.Watch(at, TicketScript.ClockOf);
        return ticket.Events.Count > 0;
    }

    private static PromiseReading Read(TicketState state, Promise promise, Instant at) =>
        promise.ReadAt(at, state.Pauses, TicketScript.ClockOf)!;

    private static Instant? DueIfResumed(TicketState state, Promise promise, Instant at) =>
        new PromiseClock(TicketScript.ClockOf(promise.Basis), promise.IsPausable ? state.Pauses.End(at) : Pauses.None)
            .Deadline(promise.Basis.StartsAt, promise.Basis.Allowed);

    private static (PromiseKind, int) Name(Promise promise) => (promise.Kind, promise.Round);

    private static Duration Sum(IEnumerable<LedgerSegment> ledger) =>
        ledger.Aggregate(Duration.Zero, (sum, segment) => sum + segment.WorkingTime);

    private static string? Text(Instant? at) => at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null;
}
