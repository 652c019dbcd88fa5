using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using MisterAssist.Api.Errors;
using MisterAssist.Api.Json;

namespace MisterAssist.Api.Http;

/// <summary>A change as RFC 7396 writes it: what is given replaces, null clears, what is absent stays. Null and an absent field are not alike here.</summary>
/// <typeparam name="TRequest">All that may be changed, as a caller would write it down whole.</typeparam>
internal sealed class MergePatch<TRequest> : IEndpointParameterMetadataProvider
    where TRequest : class
{
    private readonly JsonElement _patch;

    private MergePatch(JsonElement patch) => _patch = patch;

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([MergePatch.ContentType], typeof(MergePatch<TRequest>)));

    /// <exception cref="BadHttpRequestException">There is no JSON object.</exception>
    public static async ValueTask<MergePatch<TRequest>> BindAsync(HttpContext context)
    {
        // Another content type has been refused by the routing; none at all has not.
        if (string.IsNullOrEmpty(context.Request.ContentType))
            throw new BadHttpRequestException("No content type", StatusCodes.Status415UnsupportedMediaType);

        try
        {
            using var body = await JsonDocument.ParseAsync(
                context.Request.Body, new JsonDocumentOptions { MaxDepth = ApiJson.MaxDepth }, context.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? new(body.RootElement.Clone())
                : throw new BadHttpRequestException("Not an object");
        }
        catch (JsonException malformed)
        {
            throw new BadHttpRequestException("Not JSON", malformed);
        }
    }

    /// <summary>What stands, with the patch applied.</summary>
    /// <exception cref="InvalidRequestException">What comes out cannot be read as a whole; all faults are told.</exception>
    public TRequest ApplyTo(TRequest current)
    {
        try
        {
            var faults = new List<Fault>();
            var merged = JsonSerializer.SerializeToNode(current, ApiJson.Options)!.AsObject();
            MergePatch.Merge(merged, _patch, "", faults);
            return faults.Count == 0 && Read(merged) is { } changed
                ? changed
                : throw new InvalidRequestException("invalid_request", [.. faults, .. BodyCheck.FaultsOf(merged.Deserialize<JsonElement>(), typeof(TRequest))]);
        }
        catch (InvalidOperationException)
        {
            throw new InvalidRequestException("malformed_json", [BodyCheck.NotUnicode]);
        }
    }

    private static TRequest? Read(JsonObject merged)
    {
        try
        {
            return merged.Deserialize<TRequest>(ApiJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal static class MergePatch
{
    public const string ContentType = "application/merge-patch+json";

    /// <summary>What may be changed by a patch of this type, or null where the type is no patch.</summary>
    public static Type? PatchedBy(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(MergePatch<>) ? type.GetGenericArguments()[0] : null;

    public static void Merge(JsonObject target, JsonElement patch, string pointer, List<Fault> faults)
    {
        var seen = new HashSet<string>();
        foreach (var given in patch.EnumerateObject())
        {
            var where = BodyCheck.Below(pointer, given.Name);
            if (!seen.Add(given.Name))
                faults.Add(BodyCheck.GivenTwice(where));
            else if (given.Value.ValueKind == JsonValueKind.Null)
                target.Remove(given.Name);
            else if (given.Value.ValueKind == JsonValueKind.Object)
                Merge(ObjectIn(target, given.Name), given.Value, where, faults);
            else
                target[given.Name] = JsonNode.Parse(given.Value.GetRawText());
        }
    }

    private static JsonObject ObjectIn(JsonObject target, string name)
    {
        if (target[name] is JsonObject inner)
            return inner;

        var added = new JsonObject();
        target[name] = added;
        return added;
    }
}
