using MisterAssist.Api.Errors;

namespace MisterAssist.Api.Sandbox;

internal static class SandboxEnvironment
{
    public const string Name = "Sandbox";

    public static bool IsSandbox(this IHostEnvironment environment) => environment.IsEnvironment(Name);
}

/// <summary>Marks operations that are there in one environment, and documented in all.</summary>
internal sealed record RequiredEnvironment(string Name);

/// <summary>Answers for the operations of another environment as for an address at which there is nothing.</summary>
internal sealed class RequiredEnvironments(RequestDelegate next, IHostEnvironment environment)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequiredEnvironment>() is { } required && !environment.IsEnvironment(required.Name)
            ? Problems.WriteForStatusAsync(context, StatusCodes.Status404NotFound)
            : next(context);
}
