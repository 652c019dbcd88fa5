using MisterAssist.Infrastructure.Shared.SqlServer;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>What the errors of SQL Server mean, by number and severity.</summary>
public sealed class SqlServerFaultsTests
{
    [TestCase(1205, 13, "collision", TestName = "Deadlock")]
    [TestCase(1222, 16, "collision", TestName = "Lock not given in time")]
    [TestCase(3960, 16, "collision", TestName = "Row changed since the snapshot")]
    [TestCase(3961, 16, "collision", TestName = "Table changed since the snapshot")]
    [TestCase(-2, 11, "outage", TestName = "No answer in time")]
    [TestCase(10054, 20, "outage", TestName = "Line cut by the other side")]
    [TestCase(10053, 20, "outage", TestName = "Line cut by this side")]
    [TestCase(10060, 20, "outage", TestName = "Nobody at the other end")]
    [TestCase(0, 20, "outage", TestName = "Line cut, of no number")]
    [TestCase(64, 20, "outage", TestName = "Network name gone")]
    [TestCase(233, 20, "outage", TestName = "Nobody at the other end of the pipe")]
    [TestCase(596, 21, "outage", TestName = "Session killed")]
    [TestCase(823, 24, "outage", TestName = "Severe enough to end the connection")]
    [TestCase(6005, 10, "outage", TestName = "Shutting down")]
    [TestCase(701, 17, "outage", TestName = "Out of memory")]
    [TestCase(921, 14, "outage", TestName = "Database recovering")]
    [TestCase(983, 14, "outage", TestName = "Replica in transition")]
    [TestCase(10928, 20, "outage", TestName = "Azure: limit of the database")]
    [TestCase(10929, 20, "outage", TestName = "Azure: server too busy")]
    [TestCase(40197, 17, "outage", TestName = "Azure: failed over")]
    [TestCase(40501, 20, "outage", TestName = "Azure: busy")]
    [TestCase(40613, 17, "outage", TestName = "Azure: not available now")]
    [TestCase(49918, 16, "outage", TestName = "Azure: no resources")]
    [TestCase(49920, 16, "outage", TestName = "Azure: too many operations")]
    [TestCase(0, 11, "neither", TestName = "Called back by the client")]
    [TestCase(102, 15, "neither", TestName = "Syntax")]
    [TestCase(208, 16, "neither", TestName = "No such table")]
    [TestCase(547, 16, "neither", TestName = "Foreign key")]
    [TestCase(2601, 14, "neither", TestName = "Duplicate in an index")]
    [TestCase(2627, 14, "neither", TestName = "Duplicate key")]
    [TestCase(2628, 16, "neither", TestName = "Text too long")]
    [TestCase(1105, 17, "neither", TestName = "Disk full")]
    [TestCase(9002, 17, "neither", TestName = "Log full")]
    [TestCase(3906, 16, "neither", TestName = "Read-only database")]
    public void Error_IsACollisionAnOutageOrNeither(int number, int severity, string expected)
    {
        var (isCollision, isOutage) = (SqlServerFaults.IsCollision(number), SqlServerFaults.IsOutage(number, (byte)severity));

        Assert.That((isCollision, isOutage), Is.EqualTo((expected == "collision", expected == "outage")));
    }
}
