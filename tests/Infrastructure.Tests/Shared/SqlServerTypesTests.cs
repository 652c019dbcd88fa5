using System.Text.RegularExpressions;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>The types in which SQL Server keeps things, by the migrations: a file has few types, and says nothing of these.</summary>
public sealed partial class SqlServerTypesTests
{
    private static IEnumerable<(string Name, string Type)> Columns =>
        from migration in Migration.Of("SqlServer")
        from Match column in Column().Matches(migration.Sql.Replace("\"", "", StringComparison.Ordinal))
        select (column.Groups["name"].Value, column.Groups["type"].Value);

    [Test]
    public void Instants_HaveAllThatTheServerKeepsOfThem() => Assert.That(
        Columns.Where(column => column.Name.EndsWith("_at", StringComparison.Ordinal)).Select(column => column.Type).Distinct(), Is.EqualTo(new[] { "datetime2(7)" }));

    [Test]
    public void Days_AreDays() => Assert.That(
        Columns.Where(column => column.Name.EndsWith("_on", StringComparison.Ordinal)).Select(column => column.Type).Distinct(), Is.EqualTo(new[] { "date" }));

    [Test]
    public void MoneyAndDurations_AreWholeNumbersOf64Bits() => Assert.That(
        Columns.Where(column => Money().IsMatch(column.Name)).Select(column => column.Type).Distinct(), Is.EqualTo(new[] { "bigint" }));

    /// <remarks>The others would be compared as the database happens to compare: ids and codes of plans, which are digits and lower-case letters, may be.</remarks>
    [Test]
    public void Codes_AreComparedByTheirBytes() => Assert.That(
        Columns.Where(column => column.Type.StartsWith("varchar", StringComparison.Ordinal) && !column.Type.EndsWith("COLLATE Latin1_General_BIN2", StringComparison.Ordinal))
            .Select(column => column.Type).Distinct(),
        Is.EquivalentTo(new[] { "varchar(26)", "varchar(30)" }));

    [Test]
    public void Types_AreFew() => Assert.That(
        Columns.Select(column => Kind().Match(column.Type).Value).Distinct(),
        Is.EquivalentTo(new[] { "varchar", "nvarchar", "varbinary", "int", "bigint", "bit", "datetime2", "date" }));

    [GeneratedRegex(
        @"^(\s+|ALTER TABLE \w+ ADD )(?!CONSTRAINT)(?<name>[a-z_0-9]+)\s+(?<type>[a-z0-9]+(\([\w ]+\))?( COLLATE \w+)?)\s+(NOT )?NULL",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();

    [GeneratedRegex("_(cents|seconds|fee|price)$|^(amount|net|tax|total|paid|payable|credited|unit_price)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Money();

    [GeneratedRegex("^[a-z0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();
}
