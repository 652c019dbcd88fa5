using MisterAssist.Api.Errors;
using MisterAssist.Api.OpenApi;

namespace MisterAssist.Api.Idempotency;

/// <summary>Whether an operation takes a key, and is then done once however often it is asked for.</summary>
/// <param name="AreTaken">Whether a key means anything to it.</param>
/// <param name="AreNeeded">Whether it is not done without one, since money moves.</param>
internal sealed record IdempotencyKeys(bool AreTaken, bool AreNeeded = false);

internal static class IdempotentOperations
{
    /// <summary>They are POST only because a question needs a body: asking twice does no harm.</summary>
    public static TBuilder AreQuestions<TBuilder>(this TBuilder operations)
        where TBuilder : IEndpointConventionBuilder => operations.WithMetadata(new IdempotencyKeys(AreTaken: false));

    /// <summary>It moves money, or comes before that: without a key it is not done.</summary>
    public static RouteHandlerBuilder NeedsIdempotencyKey(this RouteHandlerBuilder operation) => operation
        .WithMetadata(new IdempotencyKeys(AreTaken: true, AreNeeded: true))
        .AddEndpointFilter((context, next) => context.HttpContext.Request.Headers.ContainsKey(KeyedRequest.Header)
            ? next(context)
            : throw new InvalidRequestException(
                "invalid_request", [Fault.InHeader(KeyedRequest.Header, "required", "Money depends on it: send a key, so that it is done once.")]));

    /// <summary>Every POST of the group takes a key, save the questions.</summary>
    public static void TakeIdempotencyKeys(this IEndpointConventionBuilder group) => group.Finally(endpoint =>
    {
        var isPost = endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains(HttpMethods.Post));
        if (!isPost || endpoint.Metadata.OfType<IdempotencyKeys>().Any(keys => !keys.AreTaken))
            return;

        if (!endpoint.Metadata.OfType<IdempotencyKeys>().Any())
            endpoint.Metadata.Add(new IdempotencyKeys(AreTaken: true));
        endpoint.Metadata.Add(new AnswerHeader(IdempotentRequests.Replayed));
        endpoint.Metadata.Add(new ProblemStatuses([StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]));
    });
}
