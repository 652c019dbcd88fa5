using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Durability;

/// <summary>Something is not as it was acknowledged.</summary>
internal sealed class LostException(string message) : Exception(message);

/// <summary>Looks whether everything is there.</summary>
internal sealed class Check(Desk desk)
{
    /// <summary>Each ticket as it was acknowledged, with what was promised and what happened.</summary>
    public Task AllThereAsync(IEnumerable<Acknowledged> acknowledged) =>
        Parallel.ForEachAsync(acknowledged, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (ticket, _) => await ThereAsync(ticket));

    /// <summary>Who got no answer asks again with the same key; whether or not the first was taken, there is one ticket then.</summary>
    public async Task<IReadOnlyList<Acknowledged>> RetriesMakeNoSecondAsync(IEnumerable<string> keys)
    {
        var acknowledged = new List<Acknowledged>();
        foreach (var key in keys)
        {
            using var answer = await desk.ReportAsync(key, key);
            if (answer.StatusCode != HttpStatusCode.Created)
                throw new LostException($"{key} was answered with {(int)answer.StatusCode} the second time");
            var ticket = await Acknowledged.OfAsync(answer);
            await ThereAsync(ticket);
            var found = (await desk.ReadAsync($"/v1/tickets?text={key}&limit=100"))["data"]!.AsArray();
            Demand(found.Count(other => Text(other!, "subject") == key) == 1, $"{key} is there more than once");
            acknowledged.Add(ticket);
        }

        return acknowledged;
    }

    /// <summary>All tickets and all events: nothing twice, nothing half, and the log in order. Gives the count of tickets.</summary>
    public async Task<int> WholeAsync(IReadOnlyCollection<Acknowledged> acknowledged)
    {
        var tickets = await TicketsAsync();
        var numbers = tickets.Select(ticket => Text(ticket, "number")).ToHashSet();
        var ids = tickets.Select(ticket => Text(ticket, "id")).ToHashSet();
        Demand(numbers.Count == tickets.Count && ids.Count == tickets.Count, "A number or id was given twice");
        Demand(acknowledged.All(ticket => ids.Contains(ticket.Id)), "An acknowledged ticket is in no list");

        var created = (await EventsAsync()).Where(happened => Text(happened, "type") == "ticket.created").Select(happened => Text(happened, "ticketId")).ToList();
        Demand(created.Count == ids.Count && ids.SetEquals(created), "Tickets and their first events are not the same in number");
        return tickets.Count;
    }

    public static void Integrity(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Demand(command.ExecuteScalar() is "ok", "The database is damaged");
        command.CommandText = "PRAGMA foreign_key_check";
        Demand(command.ExecuteScalar() is null, "A row refers to one that is not there");
    }

    private async Task ThereAsync(Acknowledged acknowledged)
    {
        using var answer = await desk.GetAsync($"/v1/tickets/{acknowledged.Id}");
        Demand(answer.StatusCode == HttpStatusCode.OK, $"{acknowledged.Number} was acknowledged, and is answered with {(int)answer.StatusCode}");
        var found = await Acknowledged.OfAsync(answer);
        Demand(found.Number == acknowledged.Number, $"{acknowledged.Number} is now {found.Number}");
        Demand(found.Promises.Count > 0 && found.Promises.SequenceEqual(acknowledged.Promises), $"{acknowledged.Number} has other promises");

        var timeline = (await desk.ReadAsync($"/v1/tickets/{acknowledged.Id}/timeline?limit=100"))["data"]!.AsArray();
        var given = timeline.Where(line => Text(line!, "type") == "promise.given").Select(line => Text(line!, "promise"));
        Demand(timeline.Count(line => Text(line!, "type") == "ticket.created") == 1, $"{acknowledged.Number} has no beginning");
        Demand(given.Order().SequenceEqual(acknowledged.Promises.Select(promise => promise.Kind).Order()), $"{acknowledged.Number} has no event for each promise");
    }

    private async Task<List<JsonNode>> TicketsAsync()
    {
        var tickets = new List<JsonNode>();
        var cursor = "";
        while (true)
        {
            var page = await desk.ReadAsync($"/v1/tickets?limit=100{cursor}");
            tickets.AddRange(page["data"]!.AsArray().Select(ticket => ticket!));
            if (page["nextCursor"] is not { } next)
                return tickets;
            cursor = $"&cursor={Uri.EscapeDataString(next.GetValue<string>())}";
        }
    }

    private async Task<List<JsonNode>> EventsAsync()
    {
        var events = new List<JsonNode>();
        long after = 0;
        while (true)
        {
            var page = await desk.ReadAsync($"/v1/events?after={after}&limit=100");
            var found = page["data"]!.AsArray();
            foreach (var happened in found)
            {
                var sequence = happened!["sequence"]!.GetValue<long>();
                Demand(sequence > after, $"Event {sequence} comes after {after}");
                after = sequence;
                events.Add(happened);
            }

            if (found.Count == 0)
                return events;
        }
    }

    private static string Text(JsonNode node, string property) => node[property]?.GetValue<string>() ?? "";

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new LostException(otherwise);
    }
}
