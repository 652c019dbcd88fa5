using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MisterAssist.TestKit.Server;

/// <summary>What a server needs to know before it bills, and how it is asked to.</summary>
public static class Books
{
    /// <summary>The same prices for every plan, and a fee of a euro a day but for who has no contract.</summary>
    /// <param name="http">To the server, with a key.</param>
    /// <param name="effectiveOn">From when on.</param>
    public static async Task PublishPricesAsync(HttpClient http, DateOnly effectiveOn)
    {
        using var found = await http.GetAsync(new Uri("/v1/plans?limit=100", UriKind.Relative));
        var plans = (await Desk.ReadAsync(found))["data"]!.AsArray().Select(plan => (string)plan!["code"]!);
        using var answer = await http.PostAsJsonAsync(new Uri("/v1/price-lists", UriKind.Relative), new
        {
            effectiveOn = $"{effectiveOn:yyyy-MM-dd}",
            prices = plans.Select(plan => new
            {
                plan,
                onSiteHourlyRate = Euro("60.00"),
                remoteHourlyRate = Euro("50.00"),
                callOutFee = Euro("30.00"),
                incrementMinutes = 15,
                minimumMinutes = 15,
                yearlyFee = Euro(plan == "standard" ? "0.00" : "365.00"),
                outOfHoursSurchargePercent = 0,
                vatPercent = 22,
            }),
        });
        await Desk.ReadAsync(answer);
    }

    /// <summary>Asks for a month to be billed, and for what comes of it to be issued where nothing else is said; gives the run.</summary>
    public static async Task<JsonNode> OrderAsync(HttpClient http, string month, bool issue = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/billing-runs", UriKind.Relative))
        {
            Content = JsonContent.Create(new { month, issue }),
        };
        request.Headers.Add("Idempotency-Key", $"run-{Stopwatch.GetTimestamp()}");
        using var answer = await http.SendAsync(request);
        return await Desk.ReadAsync(answer);
    }

    /// <summary>Waits until no run goes on, and gives the newest.</summary>
    public static async Task<JsonNode> DoneAsync(HttpClient http)
    {
        while (true)
        {
            using var answer = await http.GetAsync(new Uri("/v1/billing-runs?limit=100", UriKind.Relative));
            var runs = (await Desk.ReadAsync(answer))["data"]!.AsArray();
            if (runs.All(run => (string?)run!["status"] != "running"))
                return runs[0]!;
            await Task.Delay(50);
        }
    }

    private static object Euro(string amount) => new { amount, currency = "EUR" };
}
