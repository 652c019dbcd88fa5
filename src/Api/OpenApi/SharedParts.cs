using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MisterAssist.Api.Errors;
using MisterAssist.Api.Http;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.Json;
using MisterAssist.Domain.ApiKeys;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MisterAssist.Api.OpenApi;

/// <summary>The parts of the document that operations refer to: problems, headers, tags.</summary>
internal sealed class SharedParts : IDocumentFilter
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["API keys"] = "Credentials for programs. All of it needs the scope `admin`.",
        ["Attachments"] = "Files sent with tickets.",
        ["Billing"] = "What turns a month's work reports and contract fees into invoices.",
        ["Closures"] = "Days, or parts of days, on which the company is shut.",
        ["Confirmations"] = "The written answers to reports.",
        ["Contracts"] = "What gives a customer a plan, from when until when.",
        ["Customers"] = "Who is served, with their sites, contacts and consents.",
        ["Events"] = "The log of all that happened, for whoever keeps a copy or reacts.",
        ["Figures"] = "How well the company kept what it agreed on, what customers say of it, and what came of it in money.",
        ["Health"] = "For whoever runs the service.",
        ["Holidays"] = "The national holidays that plans may observe.",
        ["Interventions"] = "What is done about tickets: appointments, what happens on the way, guarantees.",
        ["Invoices"] = "What customers owe, line by line, and where each line comes from.",
        ["Messages"] = "What is written on tickets.",
        ["Parts"] = "The catalogue of what can be fitted.",
        ["Plans"] = "The levels of service that the company sells, in all their versions.",
        ["Prices"] = "What work costs under each plan, from when on.",
        ["Promises"] = "What is owed on tickets, until when, and why.",
        ["Quotes"] = "Priced offers for tickets, which customers accept or decline.",
        ["Sandbox"] = "For partners who try out what time does, in the environment Sandbox only.",
        ["SLA"] = "Questions about working time and promises. They store nothing.",
        ["Technicians"] = "Who does the work.",
        ["Tickets"] = "What customers report, and what is done about it.",
        ["Work reports"] = "The documents on interventions, free ones too.",
    };

    private static readonly Dictionary<string, (string Description, string Example)> Headers = new()
    {
        ["ETag"] = ("The version of what was answered, for `If-None-Match` and `If-Match`.", "\"1\""),
        [IdempotentRequests.Replayed] = ("`true` where the first answer to the same `Idempotency-Key` is given again; absent otherwise.", "true"),
        ["Link"] = ("The address of the next page, with `rel=\"next\"`; absent on the last one.", "</v1/closures?cursor=WyI0>; rel=\"next\""),
        ["Location"] = ("Where what was created can be read.", "/v1/closures/clo_01kaj3b6q0e1r8v5x2m9t4c7hw"),
        ["RateLimit"] = ("How many requests are left.", "\"address\";r=5999"),
        ["RateLimit-Policy"] = ("How many requests are allowed, in how many seconds.", "\"address\";q=6000;w=60"),
        ["Retry-After"] = ("When to try again, or to look again at what goes on, in seconds; absent where nothing does.", "5"),
        ["WWW-Authenticate"] = ("What kind of credential is needed.", "ApiKey realm=\"MisterAssist\""),
        [RequestIds.Header] = ("The id of the request: the caller's own, or one made for it.", "9f2c4e6a8b0d1f3579bdf02468ace135"),
    };

    private static readonly Dictionary<int, (string Code, string Description, string[] Headers)> Problems = new()
    {
        [400] = ("invalid_request", "The request itself is wrong: its JSON, a field, a parameter.", []),
        [401] = ("unauthenticated", "No API key, or one that does not work.", ["WWW-Authenticate"]),
        [403] = ("missing_scope", "The API key lacks the scope that is told in `allowed`.", []),
        [404] = ("plan_not_found", "There is no such thing, or it is somebody else's.", [IdempotentRequests.Replayed]),
        [406] = ("not_acceptable", "The caller does not take JSON.", []),
        [409] = ("published_meanwhile", "The present state forbids it, or the same request is still being answered.", ["Retry-After", IdempotentRequests.Replayed]),
        [412] = ("precondition_failed", "The version known to the caller is not the one that stands.", ["ETag", IdempotentRequests.Replayed]),
        [413] = ("payload_too_large", "The body is larger than the operation takes: 1 MiB, files apart.", []),
        [415] = ("unsupported_media_type", "The body is of a type that the operation does not take.", []),
        [422] = ("never_opens", "Well-formed, but against a rule of the business.", [IdempotentRequests.Replayed]),
        [428] = ("precondition_required", "A change needs `If-Match`.", []),
        [429] = ("too_many_requests", "More requests than allowed.", ["Retry-After"]),
        [500] = ("internal_error", "A fault of ours.", []),
        [503] = ("timed_out", "Not now: try again later. With `timed_out` and `outcome_unknown` what was asked may have been done: look first, or send the same `Idempotency-Key`.", ["Retry-After"]),
    };

    public static string NameOf(int status) => Problems[status].Code switch
    {
        "plan_not_found" => "NotFound",
        "never_opens" => "Unprocessable",
        "published_meanwhile" => "Conflict",
        "timed_out" => "Unavailable",
        var code => string.Concat(code.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Paths = InOrder(swaggerDoc.Paths);
        swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }).ToHashSet();
        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemResponse), context.SchemaRepository);
        var components = swaggerDoc.Components ??= new();
        components.Headers = Headers.ToDictionary(h => h.Key, IOpenApiHeader (h) => new OpenApiHeader
        {
            Description = h.Value.Description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 500 },
            Example = h.Value.Example,
        });
        components.Responses = Problems.ToDictionary(p => NameOf(p.Key), IOpenApiResponse (p) => new OpenApiResponse
        {
            Description = p.Value.Description,
            Headers = ((string[])[.. p.Value.Headers, "RateLimit", "RateLimit-Policy", RequestIds.Header])
                .ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, swaggerDoc)),
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [ProblemResponse.ContentType] = new OpenApiMediaType { Schema = problem, Example = ExampleOf(p.Key, p.Value.Code) },
            },
        });
    }

    private static JsonNode? ExampleOf(int status, string code) => JsonSerializer.SerializeToNode(
        new ProblemResponse
        {
            Type = ProblemCatalog.TypeOf(code),
            Title = ProblemCatalog.TitleOf(code).En,
            Status = status,
            Detail = string.Create(CultureInfo.InvariantCulture, $"{ProblemCatalog.TitleOf(code).En}."),
            Instance = "/v1/sla/deadlines",
            Code = code,
            RequestId = "9f2c4e6a8b0d1f3579bdf02468ace135",
            Allowed = status == StatusCodes.Status403Forbidden ? [ScopeNames.All.First()] : null,
            Errors = status == StatusCodes.Status400BadRequest
                ? [Fault.InBody("/startAt", "required", "This field is needed.")]
                : [],
        },
        ApiJson.Options);

    /// <summary>By their characters, whatever the language of the machine.</summary>
    private static OpenApiPaths InOrder(OpenApiPaths paths)
    {
        var ordered = new OpenApiPaths();
        foreach (var (path, item) in paths.OrderBy(path => path.Key, StringComparer.Ordinal))
            ordered.Add(path, item);
        return ordered;
    }
}
