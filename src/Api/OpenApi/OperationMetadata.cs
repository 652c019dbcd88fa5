namespace MisterAssist.Api.OpenApi;

/// <summary>Problems that an operation can answer with, besides those that every operation can.</summary>
internal sealed record ProblemStatuses(IReadOnlyList<int> Statuses);

/// <summary>Examples of an operation: objects of its own types, so that they cannot differ in shape.</summary>
internal sealed record OperationExamples(object? Request, IReadOnlyList<(int Status, object Body)> Responses);

/// <summary>A header of an operation's successful answers.</summary>
internal sealed record AnswerHeader(string Name);

/// <summary>A header that an operation needs.</summary>
internal sealed record RequestHeader(string Name);

internal static class OperationMetadata
{
    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder operation, params int[] statuses) =>
        operation.WithMetadata(new ProblemStatuses(statuses));

    public static RouteHandlerBuilder WithExamples(
        this RouteHandlerBuilder operation, object? request, params (int Status, object Body)[] responses) =>
        operation.WithMetadata(new OperationExamples(request, responses));

    public static RouteHandlerBuilder WithETag(this RouteHandlerBuilder operation) => operation.WithMetadata(new AnswerHeader("ETag"));

    public static RouteHandlerBuilder WithLocation(this RouteHandlerBuilder operation) =>
        operation.WithMetadata(new AnswerHeader("Location"));

    public static RouteHandlerBuilder WithRetryAfter(this RouteHandlerBuilder operation) =>
        operation.WithMetadata(new AnswerHeader("Retry-After"));

    public static RouteHandlerBuilder WithIfMatch(this RouteHandlerBuilder operation) =>
        operation.WithMetadata(new RequestHeader("If-Match")).WithProblems(412, 428);
}
