using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.ApiKeys;

/// <summary>What an operation needs: a key with this scope.</summary>
internal sealed record RequiredScope(Scope Scope);

internal static class Access
{
    /// <summary>Only who has a key with that scope may use it.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder operation, Scope scope)
        where TBuilder : IEndpointConventionBuilder => operation.WithMetadata(new RequiredScope(scope));
}
