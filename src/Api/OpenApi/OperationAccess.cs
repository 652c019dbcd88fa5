using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Domain.ApiKeys;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MisterAssist.Api.OpenApi;

/// <summary>Says of each operation whether it needs a key, and with which scope.</summary>
internal sealed class OperationAccess : IOperationFilter
{
    public const string SchemeName = "apiKey";

    private const string ScopeExtension = "x-required-scope";

    /// <summary>The refusals that come of it.</summary>
    public static IEnumerable<int> StatusesOf(IList<object> metadata)
    {
        if (NeedsKey(metadata))
            yield return StatusCodes.Status401Unauthorized;
        if (ScopeOf(metadata) is not null)
            yield return StatusCodes.Status403Forbidden;
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Security = NeedsKey(metadata)
            ? [new() { [new OpenApiSecuritySchemeReference(SchemeName, context.Document)] = [] }]
            : [];
        if (ScopeOf(metadata) is not { } scope)
            return;

        operation.Description += $" Needs the scope `{scope}`.";
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions[ScopeExtension] = new JsonNodeExtension(JsonValue.Create(scope));
    }

    private static bool NeedsKey(IList<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();

    private static string? ScopeOf(IList<object> metadata) => metadata.OfType<RequiredScope>().LastOrDefault()?.Scope.Name();
}
