using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MisterAssist.Api.Errors;
using MisterAssist.Api.Http;
using MisterAssist.Api.Json;

namespace MisterAssist.Api.Tests.Http;

public sealed class MergePatchTests
{
    private const string Whole = """{"name":"n","note":"x","inner":{"street":"s","floor":2},"tags":["a","b"],"count":1}""";

    [TestCase("{}", Whole)]
    [TestCase("""{ "name": "m" }""", """{"name":"m","note":"x","inner":{"street":"s","floor":2},"tags":["a","b"],"count":1}""")]
    [TestCase("""{ "note": null }""", """{"name":"n","note":null,"inner":{"street":"s","floor":2},"tags":["a","b"],"count":1}""")]
    [TestCase("""{ "inner": { "floor": 3 } }""", """{"name":"n","note":"x","inner":{"street":"s","floor":3},"tags":["a","b"],"count":1}""")]
    [TestCase("""{ "inner": { "floor": null } }""", """{"name":"n","note":"x","inner":{"street":"s","floor":null},"tags":["a","b"],"count":1}""")]
    [TestCase("""{ "inner": null }""", """{"name":"n","note":"x","inner":null,"tags":["a","b"],"count":1}""")]
    [TestCase("""{ "tags": ["c"] }""", """{"name":"n","note":"x","inner":{"street":"s","floor":2},"tags":["c"],"count":1}""")]
    [TestCase("""{ "tags": [], "count": 7 }""", """{"name":"n","note":"x","inner":{"street":"s","floor":2},"tags":[],"count":7}""")]
    public async Task ApplyTo_Patch_ReplacesWhatIsGivenAndClearsWhatIsNull(string patch, string expected)
    {
        var changed = (await Bound(patch)).ApplyTo(JsonSerializer.Deserialize<ThingRequest>(Whole, ApiJson.Options)!);

        Assert.That(JsonSerializer.Serialize(changed, ApiJson.Options), Is.EqualTo(expected));
    }

    [Test]
    public async Task ApplyTo_ObjectWhereThereWasNone_MakesIt()
    {
        var changed = (await Bound("""{ "inner": { "street": "s", "floor": null } }""")).ApplyTo(new() { Name = "n", Tags = [], Count = 1 });

        Assert.That((changed.Inner!.Street, changed.Inner.Floor), Is.EqualTo(("s", (int?)null)));
    }

    [TestCase("""{ "name": null }""", "/name=required")]
    [TestCase("""{ "inner": { "street": null } }""", "/inner/street=required")]
    [TestCase("""{ "nome": "m", "count": "1", "inner": { "x/y": 1 } }""", "/nome=unknown_field", "/count=invalid_value", "/inner/x~1y=unknown_field")]
    [TestCase("""{ "name": "m", "name": "o" }""", "/name=duplicate_field")]
    [TestCase("""{ "inner": { "floor": 1, "floor": 1 }, "tags": 1 }""", "/inner/floor=duplicate_field", "/tags=invalid_type")]
    [TestCase("""{ "inner": "x" }""", "/inner=invalid_type")]
    [TestCase("""{ "tags": { "0": "x" } }""", "/tags=invalid_type")]
    public async Task ApplyTo_PatchThatLeavesNoWhole_TellsAllFaultsInTheirPlaces(string patch, params string[] faults)
    {
        var bound = await Bound(patch);

        var refusal = Assert.Throws<InvalidRequestException>(() =>
            bound.ApplyTo(JsonSerializer.Deserialize<ThingRequest>(Whole, ApiJson.Options)!));

        Assert.That(refusal!.Faults.Select(f => $"{f.Pointer}={f.Code}"), Is.EquivalentTo(faults));
    }

    [TestCase("""{ "name": "\ud800" }""")]
    [TestCase("""{ "\ud800": "x" }""")]
    [TestCase("""{ "inner": { "\udc00": 1 } }""")]
    public async Task ApplyTo_TextThatIsNone_IsRefused(string patch)
    {
        var bound = await Bound(patch);

        Assert.That(
            () => bound.ApplyTo(JsonSerializer.Deserialize<ThingRequest>(Whole, ApiJson.Options)!),
            Throws.TypeOf<InvalidRequestException>());
    }

    [TestCase("[]", MergePatch.ContentType, 400)]
    [TestCase("null", MergePatch.ContentType, 400)]
    [TestCase("1", MergePatch.ContentType, 400)]
    [TestCase("", MergePatch.ContentType, 400)]
    [TestCase("{", MergePatch.ContentType, 400)]
    [TestCase("{}", null, 415)]
    public void Bind_WhatIsNoPatch_IsABadRequest(string body, string? contentType, int status)
    {
        Assert.That(
            () => Bound(body, contentType),
            Throws.TypeOf<BadHttpRequestException>().With.Property(nameof(BadHttpRequestException.StatusCode)).EqualTo(status));
    }

    private static async Task<MergePatch<ThingRequest>> Bound(string body, string? contentType = MergePatch.ContentType)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = contentType;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return await MergePatch<ThingRequest>.BindAsync(context);
    }
}

internal sealed record ThingRequest
{
    public required string Name { get; init; }

    public string? Note { get; init; }

    public InnerRequest? Inner { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public int Count { get; init; }
}

internal sealed record InnerRequest
{
    public required string Street { get; init; }

    public int? Floor { get; init; }
}
