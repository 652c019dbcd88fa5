using System.Reflection;
using MisterAssist.Api.Errors;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using NodaTime;

namespace MisterAssist.Api.Tests.Errors;

public sealed class ProblemCatalogTests
{
    private static readonly MethodInfo[] Refusals =
    [
        .. from type in typeof(SlaErrors).Assembly.GetTypes()
           where type.Name.EndsWith("Errors", StringComparison.Ordinal)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           select method,
    ];

    private static IEnumerable<TestCaseData> EachRefusal =>
        Refusals.Select(method => new TestCaseData(method).SetArgDisplayNames($"{method.DeclaringType!.Name}.{method.Name}"));

    [TestCaseSource(nameof(EachRefusal))]
    public void Refusal_OfTheDomain_HasATitle(MethodInfo method) => Assert.That(ProblemCatalog.Codes, Does.Contain(Make(method).Code));

    [Test]
    public void Code_OfEachRefusal_IsItsOwn() => Assert.That(Refusals.Select(method => Make(method).Code), Is.Unique);

    [Test]
    public void Code_EachWithATitle_IsOfTheDomainOrOfTheHttpSurface()
    {
        string[] ofTheSurface =
        [
            "invalid_request", "malformed_json", "body_required", "invalid_cursor", "route_not_found", "method_not_allowed", "not_acceptable",
            "payload_too_large", "unsupported_media_type", "precondition_required", "precondition_failed", "too_many_requests",
            "unauthenticated", "invalid_api_key", "api_key_expired",
            "internal_error", "not_ready", "timed_out", "busy", "database_unavailable", "outcome_unknown",
            "idempotency_key_reused", "idempotency_in_progress",
        ];

        Assert.That(ProblemCatalog.Codes, Is.EquivalentTo(Refusals.Select(method => Make(method).Code).Concat(ofTheSurface)));
    }

    [Test]
    public void Title_OfEachCode_IsThereInBothLanguages()
    {
        foreach (var code in ProblemCatalog.Codes)
        {
            var title = ProblemCatalog.TitleOf(code);
            Assert.That(title.It, Is.Not.Empty.And.Not.EqualTo(title.En), code);
            Assert.That(title.En, Is.Not.Empty, code);
            Assert.That(code, Does.Match("^[a-z]+(_[a-z]+)*$"));
        }
    }

    [Test]
    public void Code_EachWithATitle_IsExplainedInTheDocumentation()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "problems.md"));

        var explained = ProblemCatalog.Codes.Where(code => lines.Any(line =>
            line.StartsWith($"| `{code}` |", StringComparison.Ordinal)
            && line.Contains($"| {ProblemCatalog.TitleOf(code).It} | {ProblemCatalog.TitleOf(code).En} |", StringComparison.Ordinal)));

        Assert.That(explained, Is.EquivalentTo(ProblemCatalog.Codes));
    }

    private static BusinessException Make(MethodInfo method) =>
        (BusinessException)method.Invoke(null, [.. method.GetParameters().Select(p => Any(p.ParameterType))])!;

    private static object? Any(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(IsoDayOfWeek) => IsoDayOfWeek.Monday,
        _ when type.IsInterface => Array.CreateInstance(type.GetGenericArguments()[0], 0),
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ => null,
    };
}
