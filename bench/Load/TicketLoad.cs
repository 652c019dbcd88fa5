using System.Diagnostics;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Benchmarks.Load;

/// <summary>Tickets made and read per second, by the product and by minimal endpoints that run the same statements, turn by turn.</summary>
internal static class TicketLoad
{
    private static readonly int[] Connections = [1, 8, 32];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("misterassist-load-");
        try
        {
            await CompareServersAsync(folder.FullName, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareServersAsync(string folder, int rounds)
    {
        var (database, beside) = (Path.Combine(folder, "product.db"), Path.Combine(folder, "bare.db"));
        var key = await ApiProcess.CreateKeyAsync(database);
        var customer = await PrepareAsync(database, key);
        foreach (var file in Directory.GetFiles(folder, "product.db*"))
            File.Copy(file, file.Replace("product.db", "bare.db"));

        using var product = await ApiProcess.StartAsync(database);
        using var bare = StartBare(beside);
        try
        {
            var bareAddress = await ApiProcess.ListeningAsync(bare);
            Console.WriteLine("| connections | | product, per second | bare, per second | ratio, median (least-most) |");
            Console.WriteLine("| --- | --- | --- | --- | --- |");
            foreach (var connections in Connections)
            {
                using var first = new Caller(product.Address, key, customer, connections);
                using var second = new Caller(bareAddress, key, customer, connections);
                await CompareAsync(first, second, connections, rounds);
            }
        }
        finally
        {
            bare.Kill();
        }
    }

    /// <summary>A customer with a contract, and the first ticket, of which the other server writes copies.</summary>
    private static async Task<string> PrepareAsync(string database, string key)
    {
        using var server = await ApiProcess.StartAsync(database);
        var customer = await Desk.FoundAsync(server.Address, key);
        using var desk = Desk.At(server.Address, key, customer);
        await Desk.ReadAsync(await desk.ReportAsync("Il primo"));
        return customer;
    }

    private static Process StartBare(string database) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(TicketLoad).Assembly.Location, "bare", database]) { RedirectStandardOutput = true, UseShellExecute = false })!;

    private static async Task CompareAsync(Caller product, Caller bare, int connections, int rounds)
    {
        foreach (var (name, deed) in new (string, Func<Caller, Func<Task>>)[] { ("created", c => c.ReportAsync), ("read", c => c.ReadAsync) })
        {
            foreach (var caller in (Caller[])[product, bare])
                await Rates.PerSecondAsync(connections, WarmUp, deed(caller));

            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                // Who begins takes turns too.
                foreach (var (caller, rates) in round % 2 == 0 ? [(product, ours), (bare, theirs)] : new[] { (bare, theirs), (product, ours) })
                    rates.Add(await Rates.PerSecondAsync(connections, Turn, deed(caller)));
            }

            var ratios = ours.Zip(theirs, (mine, other) => mine / other).ToList();
            Console.WriteLine($"| {connections} | {name} | {Rates.Median(ours):N0} | {Rates.Median(theirs):N0} | {Rates.Spread(ratios)} |");
        }
    }

    /// <summary>One server with what was made there.</summary>
    private sealed class Caller(Uri server, string key, string customer, int connections) : IDisposable
    {
        private readonly Desk _desk = Desk.At(server, key, customer, connections);
        private readonly List<string> _made = [];
        private readonly Lock _lock = new();
        private int _next;

        public async Task ReportAsync()
        {
            using var answer = await _desk.ReportAsync("La stampante non risponde");
            answer.EnsureSuccessStatusCode();
            lock (_lock)
                _made.Add(answer.Headers.Location!.ToString());
        }

        public async Task ReadAsync()
        {
            using var answer = await _desk.GetAsync(_made[(Interlocked.Increment(ref _next) & int.MaxValue) % _made.Count]);
            answer.EnsureSuccessStatusCode();
        }

        public void Dispose() => _desk.Dispose();
    }
}
