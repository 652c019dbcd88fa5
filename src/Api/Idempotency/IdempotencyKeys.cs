using MisterAssist.Api.OpenApi;

namespace MisterAssist.Api.Idempotency;

/// <summary>Whether an operation takes a key, and is then done once however often it is asked for.</summary>
internal sealed record IdempotencyKeys(bool AreTaken);

internal static class IdempotentOperations
{
    /// <summary>They are POST only because a question needs a body: asking twice does no harm.</summary>
    public static TBuilder AreQuestions<TBuilder>(this TBuilder operations)
        where TBuilder : IEndpointConventionBuilder => operations.WithMetadata(new IdempotencyKeys(AreTaken: false));

    /// <summary>Every POST of the group takes a key, save the questions.</summary>
    public static void TakeIdempotencyKeys(this IEndpointConventionBuilder group) => group.Finally(endpoint =>
    {
        var isPost = endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains(HttpMethods.Post));
        if (!isPost || endpoint.Metadata.OfType<IdempotencyKeys>().Any())
            return;

        endpoint.Metadata.Add(new IdempotencyKeys(AreTaken: true));
        endpoint.Metadata.Add(new AnswerHeader(IdempotentRequests.Replayed));
        endpoint.Metadata.Add(new ProblemStatuses([StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]));
    });
}
