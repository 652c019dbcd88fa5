using System.Diagnostics;
using MisterAssist.Application.Tickets;
using MisterAssist.TestKit.Server;

namespace MisterAssist.Benchmarks.Load;

/// <summary>The first page of the dispatch queue over HTTP, and a look of the watch when nothing is due, by how many tickets are open.</summary>
internal static class QueueLoad
{
    private const int Rounds = 9;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("misterassist-load-");
        var desks = new List<SizedDesk>();
        try
        {
            foreach (var size in sizes)
                desks.Add(await SizedDesk.OpenAsync(Path.Combine(folder.FullName, $"{size}.db"), size));
            await MeasureAsync(desks);
        }
        finally
        {
            foreach (var desk in desks)
                await desk.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(IReadOnlyList<SizedDesk> desks)
    {
        Console.WriteLine("| | open tickets | milliseconds, median | beside the first, median (least-most) |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (name, deed) in new (string, Func<SizedDesk, Func<Task>>)[] { ("first page", d => d.FirstPageAsync), ("look", d => d.LookAsync) })
        {
            var times = desks.Select(_ => new List<double>()).ToList();
            for (var round = -2; round < Rounds; round++)
            {
                for (var i = 0; i < desks.Count; i++)
                {
                    var time = 1000 / await Rates.PerSecondAsync(1, Turn, deed(desks[i]));
                    if (round >= 0)
                        times[i].Add(time);
                }
            }

            for (var i = 0; i < desks.Count; i++)
            {
                var ratios = times[i].Zip(times[0], (time, first) => time / first).ToList();
                Console.WriteLine($"| {name} | {desks[i].Size:N0} | {Rates.Median(times[i]):0.00} | {Rates.Spread(ratios)} |");
            }
        }
    }

    /// <summary>A server and a store on a database of some size.</summary>
    private sealed class SizedDesk : IAsyncDisposable
    {
        private readonly ApiProcess _server;
        private readonly Desk _desk;
        private readonly LocalStore _store;

        private SizedDesk(int size, ApiProcess server, Desk desk, LocalStore store) => (Size, _server, _desk, _store) = (size, server, desk, store);

        public int Size { get; }

        public static async Task<SizedDesk> OpenAsync(string database, int size)
        {
            await Seeder.RunAsync(database, size);
            var key = await ApiProcess.CreateKeyAsync(database);
            var server = await ApiProcess.StartAsync(database);
            var store = await LocalStore.OpenAsync(database);
            while (await store.SendAsync(new WatchPromisesCommand()) > 0)
                Debug.WriteLine("What came due while it was made is raised before anything is timed");
            return new(size, server, Desk.At(server.Address, key, ""), store);
        }

        public async Task FirstPageAsync()
        {
            using var answer = await _desk.GetAsync("/v1/dispatch-queue");
            answer.EnsureSuccessStatusCode();
        }

        /// <summary>As the watch does it every few seconds.</summary>
        public async Task LookAsync()
        {
            await _store.SendAsync(new ApplyPlanChangesCommand());
            await _store.SendAsync(new WatchPromisesCommand());
        }

        public async ValueTask DisposeAsync()
        {
            _desk.Dispose();
            _server.Dispose();
            await _store.DisposeAsync();
        }
    }
}
