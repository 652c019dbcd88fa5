using System.Diagnostics;
using MisterAssist.Durability;
using MisterAssist.TestKit.Server;

var rounds = int.Parse(args[0]);
var folder = Directory.CreateTempSubdirectory("misterassist-durability-");
ApiProcess? server = null;
try
{
    var database = Path.Combine(folder.FullName, "misterassist.db");
    var key = await ApiProcess.CreateKeyAsync(database);
    server = await ApiProcess.StartAsync(database);
    var customer = await Desk.FoundAsync(server.Address, key);
    var kept = new List<Acknowledged>();

    for (var round = 1; round <= rounds; round++)
    {
        var stream = new ReportStream(round);
        var reporting = stream.RunAsync(server.Address, key, customer);
        await stream.Flowing;
        await Task.Delay(Random.Shared.Next(50, 1500));
        server.Kill();
        var acknowledged = await reporting;
        server.Dispose();

        var started = Stopwatch.GetTimestamp();
        server = await ApiProcess.StartAsync(database);
        using var desk = Desk.At(server.Address, key, customer);
        var check = new Check(desk);
        await check.AllThereAsync(acknowledged);
        var repeated = await check.RetriesMakeNoSecondAsync(stream.Unanswered);
        kept.AddRange(acknowledged);
        kept.AddRange(repeated);
        Console.WriteLine(
            $"Round {round}: {acknowledged.Count} acknowledged, all there; {stream.Unanswered.Count} unanswered with a key, each there once after a retry "
            + $"({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)");
    }

    using (var desk = Desk.At(server.Address, key, customer))
    {
        var total = await new Check(desk).WholeAsync(kept);
        Console.WriteLine($"In all: {kept.Count} acknowledged, {total} tickets, numbered once each, none without its events, the log in order");
    }

    server.Kill();
    Check.Integrity(database);
    Console.WriteLine("The database is sound");

    var billing = new BillingRounds(folder.FullName);
    await billing.PrepareAsync();
    for (var round = 1; round <= rounds; round++)
    {
        var isUnderWay = round % 2 == 1;
        var kill = new Kill(isUnderWay, TimeSpan.FromMilliseconds(Random.Shared.Next(0, isUnderWay ? 100 : 1200)));
        var issued = await billing.RunAsync(round, kill);
        Console.WriteLine($"Billing {round}: killed {kill}, when {issued} documents were issued, carried on, and the books are the same");
    }

    return 0;
}
catch (LostException lost)
{
    Console.WriteLine($"LOST: {lost.Message}");
    return 1;
}
finally
{
    server?.Dispose();
    folder.Delete(recursive: true);
}
