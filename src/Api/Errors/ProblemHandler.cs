using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using MisterAssist.Api.Http;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;

namespace MisterAssist.Api.Errors;

/// <summary>Turns every failure into a problem: refusals as themselves, anything else into a 500 that tells nothing.</summary>
internal sealed class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    private const string NeedsALook =
        "The database failed, and what was asked may have been done already. Look before you ask again, or ask with the same Idempotency-Key.";

    private const string NeedsIfMatch = "Send If-Match with the ETag that you read, or * for any.";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case InvalidRequestException invalid:
                await Problems.WriteAsync(httpContext, 400, invalid.Code, Summary(invalid.Faults), invalid.Faults);
                break;
            case ValidationException invalid:
                Fault[] faults = [.. invalid.Errors.Select(failure => ToFault(failure, BodyTypeOf(httpContext) is not null)).DistinctBy(f => (f.Pointer, f.Parameter, f.Code))];
                await Problems.WriteAsync(httpContext, 400, "invalid_request", Summary(faults), faults);
                break;
            case BusinessException refusal:
                await Problems.WriteAsync(
                    httpContext, StatusOf(refusal.Refusal), refusal.Code, refusal.Message, await PlaceAsync(httpContext, refusal), refusal);
                break;
            case PreconditionRequiredException:
                await Problems.WriteAsync(
                    httpContext, StatusCodes.Status428PreconditionRequired, "precondition_required", NeedsIfMatch,
                    [Fault.InHeader(HeaderNames.IfMatch, "precondition_required", NeedsIfMatch)]);
                break;
            case BadHttpRequestException bad:
                await WriteBadRequestAsync(httpContext, bad);
                break;
            case StoreException failure:
                await WriteUnavailableAsync(httpContext, failure);
                break;
            case OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested:
                // The caller has gone: there is nobody to answer, and nothing is wrong here.
                break;
            default:
                logger.LogError(
                    exception, "{Method} {Path} {RequestId} failed",
                    httpContext.Request.Method, ToldAddress.Of(httpContext), RequestIds.Of(httpContext));
                await Problems.WriteAsync(httpContext, 500, "internal_error", "Something failed on our side; the request id helps us find it.");
                break;
        }

        return true;
    }

    private Task WriteUnavailableAsync(HttpContext context, StoreException failure)
    {
        var (code, retryAfter, detail) = failure switch
        {
            BusyException => ("busy", "1", "Others are writing; nothing was changed. Try again."),
            UnavailableException => ("database_unavailable", "5", "The database does not answer; nothing was changed. Try again later."),
            _ => ("outcome_unknown", "5", NeedsALook),
        };
        if (failure is OutcomeUnknownException)
        {
            logger.LogWarning(
                "{Method} {Path} {RequestId} may have been done or not: {Failure}",
                context.Request.Method, ToldAddress.Of(context), RequestIds.Of(context), failure.InnerException!.Message);
        }

        context.Response.Headers.RetryAfter = retryAfter;
        return Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, code, detail);
    }

    private static async Task WriteBadRequestAsync(HttpContext context, BadHttpRequestException bad)
    {
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
        {
            await Problems.WriteForStatusAsync(context, bad.StatusCode);
            return;
        }

        var (code, faults) = await BodyFaultsAsync(context);
        await Problems.WriteAsync(context, 400, code, Summary(faults), faults);
    }

    private static async Task<(string Code, IReadOnlyList<Fault> Faults)> BodyFaultsAsync(HttpContext context)
    {
        if (BodyTypeOf(context) is not { } type)
            return ("invalid_request", []);

        try
        {
            using var body = await ReadBodyAsync(context);
            if (body is null || body.RootElement.ValueKind == JsonValueKind.Null)
                return ("body_required", [Fault.InBody("", "required", "A JSON body is needed.")]);

            return ("invalid_request", BodyCheck.FaultsOf(body.RootElement, type));
        }
        catch (JsonException malformed)
        {
            var place = $"line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}";
            return ("malformed_json", [Fault.InBody("", "malformed_json", $"The JSON breaks off, goes too deep or goes wrong at {place}.")]);
        }
        catch (InvalidOperationException)
        {
            return ("malformed_json", [BodyCheck.NotUnicode]);
        }
    }

    /// <summary>The type as which the operation reads JSON. By now the endpoint itself has been taken off the request.</summary>
    private static Type? BodyTypeOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type
        && type != typeof(Stream)
            ? type
            : null;

    private static async Task<JsonDocument?> ReadBodyAsync(HttpContext context)
    {
        context.Request.Body.Position = 0;
        return context.Request.Body.Length == 0
            ? null
            : await JsonDocument.ParseAsync(
                context.Request.Body, new JsonDocumentOptions { MaxDepth = Json.ApiJson.MaxDepth }, context.RequestAborted);
    }

    /// <summary>Where in the body the refused input stands, if the caller gave it.</summary>
    private static async Task<IReadOnlyList<Fault>> PlaceAsync(HttpContext context, BusinessException refusal)
    {
        if (refusal.Field is null || BodyTypeOf(context) is null)
            return [];

        using var body = await ReadBodyAsync(context);
        var names = refusal.Field.Split('.');
        var given = body?.RootElement;
        foreach (var name in names)
        {
            given = Within(given, name);
            if (given is null)
                return [];
        }

        return [Fault.InBody(BodyCheck.PointerOf(refusal.Field), refusal.Code, refusal.Message)];
    }

    /// <summary>A property by its name, or an item by its index.</summary>
    private static JsonElement? Within(JsonElement? owner, string name) => owner switch
    {
        { ValueKind: JsonValueKind.Object } given when given.TryGetProperty(name, out var inner) => inner,
        { ValueKind: JsonValueKind.Array } items when int.TryParse(name, out var index) && index < items.GetArrayLength() => items[index],
        _ => null,
    };

    /// <summary>What a question without a body asks stands in its address.</summary>
    private static Fault ToFault(ValidationFailure failure, bool isInBody)
    {
        var pointer = BodyCheck.PointerOf(failure.PropertyName);
        var code = failure.ErrorCode switch
        {
            "NotEmptyValidator" or "NotNullValidator" => "required",
            "MaximumLengthValidator" => "too_long",
            "RegularExpressionValidator" => "invalid_value",
            "LengthValidator" or "ExactLengthValidator" or "InclusiveBetweenValidator" or "LessThanOrEqualValidator" => "out_of_range",
            var own => own,
        };
        return isInBody
            ? Fault.InBody(pointer, code, failure.ErrorMessage)
            : Fault.InParameter(pointer.TrimStart('/'), code, failure.ErrorMessage);
    }

    private static string Summary(IReadOnlyList<Fault> faults) => faults.Count switch
    {
        0 => "The request cannot be read.",
        1 => faults[0].Detail,
        >= ProblemResponse.MaxFaults => "A hundred things are wrong, or more: see errors.",
        _ => $"{faults.Count} things are wrong: see errors.",
    };

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.Forbidden => StatusCodes.Status403Forbidden,
        Refusal.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
