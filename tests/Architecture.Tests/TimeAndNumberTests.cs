using System.Reflection;
using System.Text.RegularExpressions;

namespace MisterAssist.Architecture.Tests;

/// <summary>Time comes in as an argument and is NodaTime's; amounts are whole.</summary>
public sealed partial class TimeAndNumberTests
{
    private static readonly string[] Core = [Layers.Domain, Layers.Application];

    private static readonly Type[] BclTime = [typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan)];

    private static readonly Type[] Floating = [typeof(double), typeof(float), typeof(Half)];

    [TestCaseSource(nameof(Core))]
    public void Members_OfTheCore_TellNoTimeOfTheBaseLibrary(string layer)
    {
        var members = MembersOf(layer).ToList();

        var wrong = members.Where(member => BclTime.Any(time => Mentions(member.Type, time))).Select(member => member.Name);

        Assert.That(members, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [TestCaseSource(nameof(Core))]
    public void Sources_OfTheCore_NameDateTimeOnlyWhereAnIdOfVersion7IsMade(string layer)
    {
        var sources = Repository.SourcesOf(layer);

        var lines = from file in sources
                    from line in file.Lines
                    where BclTimeInText().IsMatch(line) && !line.Contains("Guid.CreateVersion7(at.ToDateTimeOffset())", StringComparison.Ordinal)
                    select $"{file.Path}: {line.Trim()}";

        Assert.That(sources, Is.Not.Empty);
        Assert.That(lines, Is.Empty);
    }

    [Test]
    public void Members_OfTheDomain_AreNeverFloatingPoint()
    {
        var members = MembersOf(Layers.Domain).ToList();

        var wrong = members.Where(member => Floating.Any(type => Mentions(member.Type, type))).Select(member => member.Name);

        Assert.That(members, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Sources_OfTheDomain_NameNoFloatingPoint()
    {
        var sources = Repository.SourcesOf(Layers.Domain);

        var wrong = sources.Where(file => FloatingInText().IsMatch(file.Text));

        Assert.That(sources, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("P:System.DateTime.Now")]
    [TestCase("P:System.DateTime.UtcNow")]
    [TestCase("P:System.DateTime.Today")]
    [TestCase("P:System.DateTimeOffset.Now")]
    [TestCase("P:System.DateTimeOffset.UtcNow")]
    [TestCase("P:NodaTime.SystemClock.Instance")]
    [TestCase("M:System.Guid.NewGuid")]
    [TestCase("M:System.Guid.CreateVersion7")]
    public void BannedSymbols_HaveEachWayToReadTheClock(string symbol)
    {
        var banned = Repository.Read("BannedSymbols.txt").Split('\n').Select(line => line.Split(';')[0]);

        Assert.That(banned, Does.Contain(symbol));
    }

    [Test]
    public void BannedSymbols_AreErrorsInEveryProject()
    {
        var props = Repository.Read("Directory.Build.props");
        var settings = Repository.Files("", ".editorconfig").Concat(Repository.Files("", ".globalconfig")).ToList();

        Assert.That(
            props,
            Does.Contain("""<PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" """)
                .And.Contain("""<AdditionalFiles Include="$(MSBuildThisFileDirectory)BannedSymbols.txt" """)
                .And.Contain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"));
        Assert.That(settings, Is.Not.Empty);
        Assert.That(settings.Select(file => file.Text), Has.None.Contains("RS0030"));
    }

    [Test]
    public void BannedSymbols_AreAllowedInTheCompositionRootAlone()
    {
        var sources = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.csproj")).ToList();

        var allowing = sources.Where(file => file.Text.Contains("RS0030", StringComparison.Ordinal)).Select(file => file.Path);

        Assert.That(allowing, Is.EqualTo(new[] { "src/Infrastructure/InfrastructureServices.cs" }));
    }

    [Test]
    public void Sources_ReadTheClock_InTheCompositionRootAlone()
    {
        var sources = Repository.Files("src", "*.cs");

        var reading = sources.Where(file => ClockRead().IsMatch(file.Text)).Select(file => file.Path);

        Assert.That(reading, Is.EqualTo(new[] { "src/Infrastructure/InfrastructureServices.cs" }));
    }

    private static IEnumerable<(string Name, Type Type)> MembersOf(string layer)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in Layers.TypesOf(layer))
        {
            foreach (var field in type.GetFields(Declared))
                yield return ($"{type.Name}.{field.Name}", field.FieldType);

            foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
            {
                foreach (var parameter in method.GetParameters())
                    yield return ($"{type.Name}.{method.Name}({parameter.Name})", parameter.ParameterType);
                if (method is MethodInfo { ReturnType: var returned })
                    yield return ($"{type.Name}.{method.Name}", returned);
            }
        }
    }

    /// <summary>Also as the argument of a generic type, or the element of an array or reference.</summary>
    private static bool Mentions(Type type, Type sought) =>
        type == sought
        || (type.HasElementType && Mentions(type.GetElementType()!, sought))
        || (type.IsGenericType && Array.Exists(type.GetGenericArguments(), argument => Mentions(argument, sought)));

    [GeneratedRegex(@"(?<![A-Za-z])(To|From)?DateTime(Offset|Utc|Unspecified)?\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BclTimeInText();

    [GeneratedRegex(@"\b(double|float|Double|Single|Half)\b(?=[\s?\[>)])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FloatingInText();

    [GeneratedRegex(@"SystemClock\.Instance|DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|TimeProvider\.System|TickCount|NewGuid\(|CreateVersion7\(\)|new ZonedClock|\.InUtc\(\)\.GetCurrent", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockRead();
}
