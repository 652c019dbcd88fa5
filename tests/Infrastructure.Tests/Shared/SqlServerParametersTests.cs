using System.Data;
using System.Reflection;
using Dapper;
using Microsoft.Data.SqlClient;
using MisterAssist.Infrastructure.Shared.SqlServer;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>A statement has few shapes, whatever it is asked with: each has a plan of its own on the server.</summary>
public sealed class SqlServerParametersTests
{
    private static IEnumerable<TestCaseData> Values =>
    [
        new TestCaseData("", SqlDbType.VarChar, 40).SetArgDisplayNames("nothing"),
        new TestCaseData("01kaj3b6q0e1r8v5x2m9t4c7hw", SqlDbType.VarChar, 40).SetArgDisplayNames("an id"),
        new TestCaseData(new string('a', 40), SqlDbType.VarChar, 40).SetArgDisplayNames("40 letters"),
        new TestCaseData(new string('a', 41), SqlDbType.VarChar, 400).SetArgDisplayNames("41 letters"),
        new TestCaseData(new string('a', 401), SqlDbType.VarChar, 4000).SetArgDisplayNames("401 letters"),
        new TestCaseData(new string('a', 4001), SqlDbType.VarChar, -1).SetArgDisplayNames("4001 letters"),
        new TestCaseData("Perché", SqlDbType.NVarChar, 40).SetArgDisplayNames("an accent"),
        new TestCaseData(new string('é', 4001), SqlDbType.NVarChar, -1).SetArgDisplayNames("4001 accents"),
        new TestCaseData(new byte[] { 1, 2, 3 }, SqlDbType.VarBinary, -1).SetArgDisplayNames("bytes"),
        new TestCaseData(7L, SqlDbType.BigInt, 0).SetArgDisplayNames("money"),
        new TestCaseData(7, SqlDbType.Int, 0).SetArgDisplayNames("a count"),
    ];

    [TestCaseSource(nameof(Values))]
    public void Parameter_OfAValue_HasATypeAndOneOfFewSizes(object value, SqlDbType type, int size) =>
        Assert.That(KindsOf(new DynamicParameters(new Dictionary<string, object> { ["Value"] = value })), Is.EqualTo(new[] { (type, size) }));

    [Test]
    public void Parameter_OfNoText_IsLikeThatOfAShortOne() =>
        Assert.That(KindsOf(new { Value = (string?)null }), Is.EqualTo(KindsOf(new { Value = "7" })));

    [Test]
    public void Parameter_OfNoBytes_IsLikeThatOfMany() =>
        Assert.That(KindsOf(new { Value = (byte[]?)null }), Is.EqualTo(KindsOf(new { Value = new byte[9000] })));

    [Test]
    public void Parameters_OfAList_AreLikeThoseOfOne() => Assert.That(
        KindsOf(new { Ids = new[] { "a", new string('b', 30) } }), Is.EqualTo(new[] { (SqlDbType.VarChar, 40), (SqlDbType.VarChar, 40) }));

    private static IEnumerable<(SqlDbType Type, int Size)> KindsOf(object parameters)
    {
        using var connection = new SqlConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM site WHERE id IN @Ids";
        // The library alone makes these, of a statement as it is sent.
        var identity = (SqlMapper.Identity)Activator.CreateInstance(
            typeof(SqlMapper.Identity), BindingFlags.NonPublic | BindingFlags.Instance, null,
            [command.CommandText, CommandType.Text, "", typeof(string), parameters.GetType(), 0, 0], null)!;
        ((SqlMapper.IDynamicParameters)new SqlServerParameters(parameters)).AddParameters(command, identity);
        return [.. command.Parameters.Cast<SqlParameter>().Select(parameter => (parameter.SqlDbType, parameter.Size))];
    }
}
