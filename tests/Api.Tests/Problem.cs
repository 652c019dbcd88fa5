using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests;

/// <summary>Asserts that an answer is a problem, and which one.</summary>
internal static class Problem
{
    /// <summary>Checks the whole form of a problem, and that its errors are at these places at least: pointers, parameters or headers.</summary>
    public static void Expect(Answer answer, int status, string code, params string[] places)
    {
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        var found = Places(answer);
        using (Assert.EnterMultipleScope())
        {
            CheckForm(answer);
            Assert.That((string?)answer.Json["code"], Is.EqualTo(code), answer.Text);
            Assert.That(places, Is.SubsetOf(found), answer.Text);
        }
    }

    /// <summary>The same, where a fault has a code of its own: <c>/weekly=unknown_field</c>.</summary>
    public static void ExpectFaults(Answer answer, int status, string code, params string[] faults)
    {
        Expect(answer, status, code);
        var found = answer.Json["errors"]!.AsArray().Select(e => $"{PlaceOf(e!)}={(string?)e!["code"]}");
        Assert.That(found, Is.EquivalentTo(faults), answer.Text);
    }

    public static void CheckForm(Answer answer)
    {
        Assert.That(answer.ContentType?.MediaType, Is.EqualTo("application/problem+json"), answer.Text);
        var problem = answer.Json;
        Assert.That((int?)problem["status"], Is.EqualTo(answer.Status), answer.Text);
        Assert.That((string?)problem["type"], Is.EqualTo($"urn:misterassist:problem:{(string?)problem["code"]}"));
        Assert.That((string?)problem["requestId"], Is.EqualTo(answer.Header("X-Request-Id")));
        Assert.That((string?)problem["title"], Is.Not.Empty);
        Assert.That((string?)problem["detail"], Is.Not.Empty.And.Not.Contains("Exception").And.Not.Contains("System.").And.Not.Contains("   at "));
        Assert.That((string?)problem["instance"], Does.StartWith("/"));
        Assert.That(problem["errors"]!.AsArray().Select(e => (string?)e!["code"]), Has.All.Match("^[a-z][a-z_]*$"), answer.Text);
        Assert.That(answer.Header("Cache-Control"), Does.Contain("no-store"));
    }

    public static IReadOnlyList<string> Places(Answer answer) =>
        answer.ContentType?.MediaType == "application/problem+json"
            ? [.. (answer.Json["errors"]?.AsArray() ?? []).Select(e => PlaceOf(e!))]
            : [];

    private static string PlaceOf(JsonNode error) =>
        (string?)error["pointer"] ?? (string?)error["parameter"] ?? (string?)error["header"] ?? "nowhere";
}
