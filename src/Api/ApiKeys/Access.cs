using Microsoft.AspNetCore.Authentication;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.ApiKeys;

/// <summary>What an operation needs: a key with this scope.</summary>
internal sealed record RequiredScope(Scope Scope);

/// <summary>Who may use which operation. Everything under <c>/v1</c> needs a key; what does not says so itself.</summary>
internal static class Access
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(ApiKeyAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Scheme, null);
        services.AddAuthorization(options =>
        {
            foreach (var scope in Enum.GetValues<Scope>())
            {
                options.AddPolicy(scope.Name(), policy => policy
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context => ApiKeyIdentity.KeyOf(context.User)?.May(scope) == true));
            }
        });
        services.AddHttpContextAccessor();
        services.AddScoped<ICaller, HttpCaller>();
        services.AddSingleton<ApiKeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<ApiKeyUses>());
        return services;
    }

    /// <summary>Only who has a key with that scope may use it.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder operation, Scope scope)
        where TBuilder : IEndpointConventionBuilder => operation.WithMetadata(new RequiredScope(scope)).RequireAuthorization(scope.Name());
}
