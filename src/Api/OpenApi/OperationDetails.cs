using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.OpenApi;
using MisterAssist.Api.Errors;
using MisterAssist.Api.Http;
using MisterAssist.Api.Idempotency;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Application.Idempotency;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MisterAssist.Api.OpenApi;

/// <summary>Adds to each operation what its endpoint says of itself: problems, headers, examples.</summary>
internal sealed class OperationDetails : IOperationFilter
{
    private const string Json = "application/json";
    private const int QuotesAround = 2;

    /// <summary>A name means the same wherever it stands.</summary>
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["after"] = "The number after which to read: the `nextAfter` of the answer before; 0, the beginning, where it is not given.",
        ["assignee"] = "Who sees to it.",
        ["at"] = "An instant in RFC 3339, with any offset; now where it is not given.",
        ["attachmentId"] = "The id of an attachment.",
        ["billingRunId"] = "The id of a billing run.",
        ["closureId"] = "The id of a closure.",
        ["code"] = "Only the one with that code, in any case.",
        ["confirmationId"] = "The id of a confirmation.",
        ["consentId"] = "The id of a consent.",
        ["contactId"] = "The id of a contact.",
        ["contractId"] = "The id of a contract.",
        ["cursor"] = "The `nextCursor` of the page before; the first page where it is not given.",
        ["customerId"] = "The id of a customer.",
        ["delivery"] = "How far its delivery came; may be given several times for any of them.",
        ["dueBefore"] = "Only with something owed that is due before this instant, passed or not.",
        ["duration"] = "How long it is to take, in hours, minutes and seconds as ISO 8601 writes them.",
        ["fileName"] = "What the file is called, without a path.",
        ["from"] = "Where to begin, inclusive: an instant, or a day or a month in Rome.",
        ["groupBy"] = "What is told apart; may be given several times. All that can be where it is not given.",
        ["interventionId"] = "The id of an intervention.",
        ["invoiceId"] = "The id of an invoice, a credit note or a statement.",
        ["keyId"] = "The id of an API key.",
        ["kind"] = "Only those of that kind; of invoices it may be given several times.",
        ["limit"] = "How many items a page has at the most.",
        ["lineNumber"] = "The number of a line of the invoice.",
        ["messageId"] = "The id of a message.",
        ["missed"] = "Only with a promise missed, or only without.",
        ["month"] = "A month in Rome, such as `2026-11`. Where it is not given, figures are of the present one, lists of any.",
        ["name"] = "Only those with these words in their name, in any case, with accents or without.",
        ["number"] = "Only the one with that number, such as `RL-2026-000123`.",
        ["on"] = "A day in Rome; today where it is not given.",
        ["overdue"] = "`true` for those alone that should have been paid.",
        ["partId"] = "The id of a part.",
        ["partNumber"] = "The number of a part within its intervention, from 1.",
        ["paymentNumber"] = "The number of a payment of the invoice.",
        ["plan"] = "The code of a plan.",
        ["promiseKind"] = "A kind of promise.",
        ["planCode"] = "The code of a plan: `bronze`, `silver`, `gold`, `standard`.",
        ["priceListId"] = "The id of a price list.",
        ["quoteId"] = "The id of a quote.",
        ["resendOverdue"] = "`true` for those alone that were rejected and should have been sent again.",
        ["sha256"] = "A hash to compare with, in hexadecimal digits.",
        ["siteId"] = "The id of a site.",
        ["sort"] = "The order: by a field, with a minus the other way round.",
        ["state"] = "Where a contract or a quote stands; may be given several times for any of them.",
        ["status"] = "Where it is in its life; may be given several times for any of them.",
        ["taxCode"] = "Only those with that tax code, in capitals.",
        ["technicianId"] = "The id of a technician.",
        ["text"] = "Words in the subject, in any case, with accents or without; or the whole number of a ticket, for that one alone.",
        ["ticketId"] = "The id of a ticket.",
        ["to"] = "Where to end, inclusive: a day or a month in Rome.",
        ["type"] = "A type of event, such as `promise.missed`; may be given several times for any of them.",
        ["vatNumber"] = "Only those with that VAT number, without prefix.",
        ["version"] = "The number of a version, from 1.",
        ["workReportId"] = "The id of a work report.",
        ["visibility"] = "`internal` for staff alone, and by staff alone; `public` where it is not given.",
        ["year"] = "A year of the Gregorian calendar.",
    };

    /// <summary>What has no value is left out: a reader learns nothing from it.</summary>
    private static readonly JsonSerializerOptions Examples =
        new(ApiJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var path = context.ApiDescription.RelativePath ?? "";
        var isV1 = path.StartsWith("v1/", StringComparison.Ordinal);
        AddBounds(operation, context);
        AddFileTypes(operation, metadata);
        AddDocuments(operation, metadata);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Description = Parameters[parameter.Name!];
        AddPreconditions(operation, metadata, context.ApiDescription.HttpMethod);
        AddIdempotencyKey(operation, metadata);
        AddAnswerHeaders(operation, metadata, isV1, context.Document);
        AddProblems(operation, metadata, isV1, context.Document);
        AddExamples(operation, metadata);
    }

    /// <summary>Parameters that parse themselves are taken for plain strings: what they may be stands with their types.</summary>
    private static void AddBounds(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var description in context.ApiDescription.ParameterDescriptions)
        {
            if (description.ParameterDescriptor is not IParameterInfoParameterDescriptor { ParameterInfo: var info }
                || operation.Parameters?.FirstOrDefault(p => p.Name == description.Name) is not OpenApiParameter parameter)
            {
                continue;
            }

            var given = info.ParameterType;
            var type = given.GetElementType() ?? Nullable.GetUnderlyingType(given) ?? given;
            if (type.IsPrimitive && !given.IsArray)
                continue;

            var one = type == typeof(string)
                ? TextWithin(info.GetCustomAttribute<StringLengthAttribute>())
                : context.SchemaGenerator.GenerateSchema(EnumerationOf(type) ?? type, context.SchemaRepository);
            parameter.Schema = given.IsArray
                ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MaxItems = ParameterCheck.MostRepeated }
                : one;
        }
    }

    private static void AddFileTypes(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<FileTypes>().SingleOrDefault() is { } files && operation.RequestBody is OpenApiRequestBody body)
            body.Content = files.Allowed.ToDictionary(type => type, _ => body.Content!.Values.Single());
    }

    /// <remarks>Files, of which no schema says more.</remarks>
    private static void AddDocuments(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<GivenDocuments>().SingleOrDefault() is not { } documents
            || operation.Responses!["200"] is not OpenApiResponse { Content: { } content })
        {
            return;
        }

        foreach (var type in documents.Types)
        {
            content[type] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", MaxLength = int.MaxValue },
            };
        }
    }

    /// <summary>A word in an address is of the same type as in bodies, so that a client made from the document has one type for both.</summary>
    private static Type? EnumerationOf(Type parameter) =>
        parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(EnumParameter<>) ? parameter.GetGenericArguments()[0] : null;

    private static OpenApiSchema TextWithin(StringLengthAttribute? bounds) => new()
    {
        Type = JsonSchemaType.String,
        MinLength = bounds?.MinimumLength is > 0 and var least ? least : null,
        MaxLength = bounds?.MaximumLength,
    };

    private static void AddPreconditions(OpenApiOperation operation, IList<object> metadata, string? method)
    {
        if (metadata.OfType<RequestHeader>().Any(h => h.Name == "If-Match"))
            operation.AddHeader("If-Match", "The `ETag` of the version that the caller knows, or `*` for any.", isRequired: true, "\"1\"");
        if (method == HttpMethods.Get && metadata.OfType<AnswerHeader>().Any(h => h.Name == "ETag"))
            operation.AddHeader("If-None-Match", "The `ETag` of a version that the caller has already.", isRequired: false, "\"1-1\"");
    }

    private static void AddIdempotencyKey(OpenApiOperation operation, IList<object> metadata)
    {
        if (!TakesKeys(metadata))
            return;

        operation.AddHeader(
            KeyedRequest.Header,
            "Chosen by the caller, anew for each thing to be done. Sent again within 24 hours with the same body it gets the first answer "
            + "again, and nothing is done twice; with another body it is refused. Visible ASCII; quotes around it do not count.",
            isRequired: metadata.OfType<IdempotencyKeys>().Any(keys => keys.AreNeeded), "8e03978e-40d5-43e8-bc93-6894a57f9324", IdempotencyKey.MaxLength + QuotesAround);
    }

    /// <remarks>Then a body is read even where none is wanted: with another one it is another request.</remarks>
    private static bool TakesKeys(IList<object> metadata) => metadata.OfType<IdempotencyKeys>().Any(keys => keys.AreTaken);

    private static void AddAnswerHeaders(OpenApiOperation operation, IList<object> metadata, bool isV1, OpenApiDocument document)
    {
        var isPage = operation.OperationId!.StartsWith("list", StringComparison.Ordinal);
        string[] names =
        [
            .. metadata.OfType<AnswerHeader>().Select(header => header.Name),
            .. isPage ? ["Link"] : Array.Empty<string>(),
            .. isV1 ? ["RateLimit", "RateLimit-Policy"] : Array.Empty<string>(),
            RequestIds.Header,
        ];
        if (operation.Parameters?.Any(p => p.Name == "If-None-Match") == true)
            operation.Responses!["304"] = new OpenApiResponse { Description = "The caller has this version already." };

        foreach (var (status, response) in operation.Responses!)
        {
            var told = names.Where(name => name != "Location" || status is "201" or "202");
            if (response is OpenApiResponse answer)
                answer.Headers = told.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document));
        }
    }

    private static void AddProblems(
        OpenApiOperation operation, IList<object> metadata, bool isV1, OpenApiDocument document)
    {
        int[] statuses =
        [
            400,
            .. OperationAccess.StatusesOf(metadata),
            .. metadata.OfType<ProblemStatuses>().SelectMany(p => p.Statuses),
            .. isV1 ? [406, 429] : Array.Empty<int>(),
            .. metadata.OfType<IAcceptsMetadata>().Any() ? [413, 415] : Array.Empty<int>(),
            .. TakesKeys(metadata) ? [413] : Array.Empty<int>(),
            500,
            503,
        ];
        foreach (var status in statuses.Distinct().Order())
        {
            var key = status.ToString(CultureInfo.InvariantCulture);
            operation.Responses![key] = new OpenApiResponseReference(SharedParts.NameOf(status), document);
        }
    }

    private static void AddExamples(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<OperationExamples>().LastOrDefault() is not { } examples)
            return;

        if (examples.Request is { } request && operation.RequestBody?.Content?.Values.Single() is OpenApiMediaType body)
        {
            // The schema itself: its description stands there already.
            body.Schema = body.Schema?.AllOf?.Single() ?? body.Schema;
            body.Example = ExampleOf(request);
        }

        foreach (var (status, answer) in examples.Responses)
        {
            var response = operation.Responses![status.ToString(CultureInfo.InvariantCulture)];
            if (response.Content?[Json] is OpenApiMediaType content)
                content.Example = ExampleOf(answer);
        }
    }

    private static JsonNode? ExampleOf(object example) => JsonSerializer.SerializeToNode(example, example.GetType(), Examples);
}

file static class OperationExtensions
{
    public static void AddHeader(this OpenApiOperation operation, string name, string description, bool isRequired, string example, int maxLength = 200)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = isRequired,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength },
            Example = example,
        });
    }
}
