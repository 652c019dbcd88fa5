using System.Diagnostics;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.Server;
using NodaTime;

namespace MisterAssist.Benchmarks.Load;

/// <summary>A billing run that issues what it makes, and another over the same month, by how many customers there are; on a server of its own.</summary>
internal static class BillingLoad
{
    private const int LinesPerCustomer = 10;

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("misterassist-load-");
        try
        {
            Console.WriteLine("| customers | report lines | seconds | microseconds a line | MiB at most | MiB before | a second run, seconds |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
            foreach (var size in sizes)
                await MeasureAsync(Path.Combine(folder.FullName, $"{size}.db"), size);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string database, int customers)
    {
        var key = await ApiProcess.CreateKeyAsync(database);
        var month = await FillAsync(database, customers);

        using var server = await ApiProcess.StartAsync(database);
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        await Books.PublishPricesAsync(http, new(month.Year, month.Month, 1));
        var before = server.PeakMemory;
        var (first, billed) = await BillAsync(http, month);
        var peak = server.PeakMemory;
        var (second, again) = await BillAsync(http, month);
        if (billed != customers || again != 0)
            throw new InvalidOperationException($"{billed} and then {again} invoices for {customers} customers");

        var lines = customers * LinesPerCustomer;
        Console.WriteLine(
            $"| {customers:N0} | {lines:N0} | {first.TotalSeconds:0.0} | {first.TotalMicroseconds / lines:0} | {peak >> 20} | {before >> 20} | {second.TotalSeconds:0.00} |");
    }

    /// <summary>With a month that is over.</summary>
    private static async Task<YearMonth> FillAsync(string database, int customers)
    {
        await using var store = await LocalStore.OpenAsync(database);
        var month = store.Get<IClock>().GetCurrentInstant().InZone(Company.Zone).Date.PlusMonths(-1).ToYearMonth();
        await new MonthOfWork(store, month).DoAsync(customers);
        return month;
    }

    /// <summary>How long it takes from the order to the end, as who waits for it sees it, and how many invoices come of it.</summary>
    private static async Task<(TimeSpan Took, int Invoices)> BillAsync(HttpClient http, YearMonth month)
    {
        var started = Stopwatch.GetTimestamp();
        var run = await Books.OrderAsync(http, $"{month.Year:0000}-{month.Month:00}");
        while ((string?)run["status"] == "running")
        {
            await Task.Delay(20);
            using var answer = await http.GetAsync(new Uri($"/v1/billing-runs/{run["id"]}", UriKind.Relative));
            run = await Desk.ReadAsync(answer);
        }

        return (Stopwatch.GetElapsedTime(started), (int)run["tally"]!["invoices"]!);
    }
}
