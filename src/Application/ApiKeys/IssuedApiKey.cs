using MisterAssist.Domain.ApiKeys;

namespace MisterAssist.Application.ApiKeys;

/// <summary>A key that was just made, with its secret, which nobody can show again.</summary>
public sealed record IssuedApiKey(ApiKey Key, ApiKeySecret Secret);
