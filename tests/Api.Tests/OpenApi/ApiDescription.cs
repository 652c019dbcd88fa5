using System.Text.Json.Nodes;

namespace MisterAssist.Api.Tests.OpenApi;

/// <summary>The document, as a client reads it.</summary>
internal sealed class ApiDescription
{
    public const string Path = "/swagger/v1/swagger.yaml";

    private readonly Lazy<Task<AnswerSchemas>> _answers;

    private ApiDescription(JsonObject root)
    {
        Root = root;
        Operations =
        [
            .. from path in root["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
        ];
        _answers = new(() => AnswerSchemas.OfAsync(Schemas));
    }

    /// <summary>The file at the root, which is what every server serves: <see cref="DocumentTests"/> hold the one against the other.</summary>
    public static ApiDescription Published { get; } =
        Parse(File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, "openapi.yaml")));

    public JsonObject Root { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    public static ApiDescription Parse(string yaml) => new(Yaml.ToJson(yaml).AsObject());

    public Operation Named(string operationId) => Operations.Single(o => o.Id == operationId);

    /// <summary>Follows a reference, also one that is wrapped to stand beside other words, to the schema itself.</summary>
    public JsonObject Resolve(JsonNode schema)
    {
        if (NameOf(schema) is not { } name)
            return schema.AsObject();

        var target = Schemas[name]!.DeepClone().AsObject();
        if ((bool?)schema["nullable"] == true)
            target["nullable"] = true;
        return target;
    }

    /// <summary>The component that a schema refers to, or null where it stands for itself.</summary>
    public static string? NameOf(JsonNode? schema) =>
        ((string?)(schema?["$ref"] ?? (schema?["allOf"] is JsonArray { Count: 1 } all ? all[0]!["$ref"] : null)))?.Split('/')[^1];

    /// <summary>Fails where an operation of the document gave a status that it does not announce, or any gave a 500.</summary>
    public void CheckStatus(string method, string address, Answer answer)
    {
        Assert.That(answer.Status, Is.Not.EqualTo(500), $"{method} {address}: {answer.Text}");
        if (OperationAt(method, address) is { } operation)
            Assert.That(operation.Statuses, Does.Contain(answer.Status), $"{operation.Id}: {answer.Text}");
    }

    /// <summary>What is wrong with a successful answer, seen from the document; empty where nothing is.</summary>
    public async Task<IReadOnlyList<string>> FaultsOfAsync(Operation operation, Answer answer)
    {
        var documented = operation.Node["responses"]![$"{answer.Status}"]!;
        List<string> faults =
        [
            .. from header in documented["headers"]?.AsObject() ?? []
               where !IsOptional(header.Key, answer.Status) && answer.Header(header.Key) is null
               select $"{operation.Id}: no header {header.Key}",
        ];
        if (documented["content"]?["application/json"]?["schema"] is { } schema)
            faults.AddRange((await _answers.Value).FaultsOf(NameOf(schema)!, answer.Text));
        else if (answer.Text.Length > 0 && documented["content"]?.AsObject().All(content => Operation.IsFile(content.Value!)) != true)
            faults.Add($"{operation.Id}: a body where none is documented");
        return faults;
    }

    public async Task<IReadOnlyList<string>> FaultsOfAsync(string schema, string json) => (await _answers.Value).FaultsOf(schema, json);

    /// <summary>What is looked at again is so only while it goes on; what was taken on goes on.</summary>
    private static bool IsOptional(string header, int status) => header is "Link" or "Idempotency-Replayed" || (header == "Retry-After" && status != 202);

    private Operation? OperationAt(string method, string address)
    {
        var segments = address.Split('?')[0].TrimEnd('/').Split('/');
        return Operations.FirstOrDefault(o => o.Method == method && Matches(o.Path.Split('/'), segments));
    }

    private static bool Matches(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}

/// <summary>An operation of the document.</summary>
internal sealed record Operation(string Method, string Path, JsonObject Node)
{
    public string Id => (string)Node["operationId"]!;

    public IReadOnlyList<int> Statuses => [.. Node["responses"]!.AsObject().Select(r => int.Parse(r.Key))];

    public int Success => Statuses.First(status => status is >= 200 and < 300);

    public JsonNode? RequestExample => RequestContent?["example"];

    public JsonNode? RequestSchema => RequestContent?["schema"];

    /// <summary>What type its body has to be of.</summary>
    public string RequestType => Node["requestBody"]!["content"]!.AsObject().GetAt(0).Key;

    /// <summary>Whether its body is a file, of any of some types, which has neither schema nor example.</summary>
    public bool TakesFile => Node["requestBody"]?["content"]?.AsObject().All(content => IsFile(content.Value!)) == true;

    private JsonNode? RequestContent => TakesFile ? null : Node["requestBody"]?["content"]?.AsObject().GetAt(0).Value;

    /// <summary>The example of its successful answer in JSON; null where there is none.</summary>
    public JsonNode? AnswerExample => Node["responses"]![$"{Success}"]?["content"]?["application/json"]?["example"];

    public IEnumerable<JsonNode> Parameters => (Node["parameters"]?.AsArray() ?? []).Select(p => p!);

    /// <summary>What it does not answer without: the version that the caller knows, and a key where money depends on it.</summary>
    public (string Name, string Value)[] NeededHeaders(string key) =>
    [
        .. from parameter in Parameters
           where (string?)parameter["in"] == "header" && (bool?)parameter["required"] == true
           let name = (string)parameter["name"]!
           select (name, name == "If-Match" ? "*" : key),
    ];

    public bool IsOfSandbox => Path.StartsWith("/v1/sandbox/", StringComparison.Ordinal);

    /// <summary>An address of it that is well-formed: of plan Silver, and otherwise of nothing that is there.</summary>
    public string SomePath => string.Join('/', Path.Split('/').Select(segment => segment switch
    {
        "{planCode}" => "silver",
        "{version}" or "{partNumber}" or "{lineNumber}" or "{paymentNumber}" => "1",
        "{promiseKind}" => "response",
        ['{', .., '}'] => SomeId(segment[1..^1]),
        _ => segment,
    }));

    private string SomeId(string parameter)
    {
        var pattern = (string)Parameters.Single(p => (string?)p["name"] == parameter)["schema"]!["pattern"]!;
        return pattern[1..pattern.IndexOf('[')] + "01kaj3b6q0e1r8v5x2m9t4c7hw";
    }

    public static bool IsFile(JsonNode content) => (string?)content["schema"]?["format"] == "binary";

    public override string ToString() => Id;
}
