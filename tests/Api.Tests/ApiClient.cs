using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MisterAssist.Api.Http;
using MisterAssist.Api.Tests.OpenApi;

namespace MisterAssist.Api.Tests;

/// <summary>Asks over HTTP, with raw JSON, and sees to it that no answer has a status that the document does not announce.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(HttpClient http) => _http = http;

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<Answer> PostAsync(string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        PostTextAsync(path, body?.ToJsonString() ?? "null", headers);

    /// <summary>Sends a merge patch.</summary>
    public Task<Answer> PatchAsync(string path, string patch, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, path, Encoding.UTF8.GetBytes(patch), headers, MergePatch.ContentType);

    public Task<Answer> PutAsync(string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"), headers);

    public Task<Answer> PostTextAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Posts what has to be accepted, and gives the JSON of the answer.</summary>
    public async Task<JsonNode> AskAsync(string path, JsonNode body)
    {
        var answer = await PostAsync(path, body);
        Assert.That(answer.Status, Is.AnyOf(200, 201), answer.Text);
        return answer.Json;
    }

    /// <summary>Gets what has to be there, and gives its JSON.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, byte[]? body, (string Name, string Value)[] headers, string? contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            // A server that refuses so much hangs up: what is left to send must then not be under way.
            request.Headers.ExpectContinue = body.Length > 2_000_000;
            if (contentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        using var response = await _http.SendAsync(request);
        var answer = await Answer.OfAsync(response);
        ApiDescription.Published.CheckStatus(method.Method, path, answer);
        return answer;
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string Text, MediaTypeHeaderValue? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Content.Headers.ContentType,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
}
