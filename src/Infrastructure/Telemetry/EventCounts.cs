using System.Diagnostics;
using System.Diagnostics.Metrics;
using MisterAssist.Application.Telemetry;
using MisterAssist.Domain.Events;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Tickets.Promises;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Telemetry;

/// <summary>Counts what the company wants to hear of, among all that happens.</summary>
internal static class EventCounts
{
    private static readonly Dictionary<string, Counter<long>> Counters = new()
    {
        [PromiseFact.Warned] = Counter("misterassist.promises.warned", "{promise}", "Promises that are about to be missed."),
        [PromiseFact.Missed] = Counter("misterassist.promises.missed", "{promise}", "Promises that were not kept in time."),
        [InterventionEvents.GuaranteeGiven] = Counter("misterassist.guarantees.given", "{guarantee}", "Guarantees given for promises that were missed or work that did not last."),
        [InvoiceEvents.Issued] = Counter("misterassist.invoices.issued", "{document}", "Invoices, credit notes and statements issued."),
    };

    public static void Add(IEnumerable<RecordedEvent> events)
    {
        foreach (var recorded in events)
        {
            if (!Counters.TryGetValue(recorded.Type, out var counter))
                continue;

            var tags = default(TagList);
            if (recorded.Promise is { } promise)
                tags.Add("misterassist.promise", DbText.From(promise));
            counter.Add(1, tags);
        }
    }

    private static Counter<long> Counter(string name, string unit, string description) =>
        Instruments.Meter.CreateCounter<long>(name, unit, description);
}
