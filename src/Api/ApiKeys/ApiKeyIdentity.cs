using System.Security.Claims;
using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Api.ApiKeys;

/// <summary>The holder of a key, as the framework knows who asks.</summary>
internal sealed class ApiKeyIdentity(ApiKey key) : ClaimsIdentity(ApiKeyAuthentication.Scheme)
{
    public ApiKey Key { get; } = key;

    /// <summary>The key of whoever asks; null for somebody without one.</summary>
    public static ApiKey? KeyOf(ClaimsPrincipal user) => (user.Identity as ApiKeyIdentity)?.Key;
}
