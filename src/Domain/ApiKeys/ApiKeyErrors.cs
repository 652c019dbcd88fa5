using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.ApiKeys;

/// <summary>Every refusal about API keys, a line each.</summary>
public static class ApiKeyErrors
{
    public static BusinessException NotFound() => new(Refusal.NotFound, "api_key_not_found", "There is no such API key.");

    public static BusinessException MissingScope(Scope scope) =>
        new(Refusal.Forbidden, "missing_scope", $"The API key lacks the scope {scope.Name()}.", allowed: [scope.Name()]);

    public static BusinessException ScopeNotForKind(KeyKind kind) =>
        new(Refusal.RuleBroken, "scope_not_for_kind", $"Not every one of these scopes is for a key of the kind {kind}.", "scopes",
            [.. KeyKinds.ScopesOf(kind).Select(scope => scope.Name())]);

    public static BusinessException CustomersNeeded() =>
        new(Refusal.RuleBroken, "key_needs_customers", "A customer's key has to say which customers it may see.", "customers");

    public static BusinessException AdministratorRestricted() =>
        new(Refusal.RuleBroken, "admin_key_restricted", "Whoever makes keys can see all: a key with the scope admin cannot be restricted.", "customers");

    public static BusinessException ExpiryInThePast(Instant now) =>
        new(Refusal.RuleBroken, "key_expires_in_the_past", $"A key cannot expire before it is made: it is {now} already.", "expiresAt");

    public static BusinessException NotActive(ApiKeyId key) =>
        new(Refusal.Conflict, "api_key_not_active", $"Key {key} is revoked, expired or replaced already: issue another one.");

    public static BusinessException AlreadyRevoked(ApiKeyId key) =>
        new(Refusal.Conflict, "api_key_already_revoked", $"Key {key} is revoked already.");

    public static BusinessException ChangedMeanwhile(ApiKeyId key) =>
        new(Refusal.Conflict, "api_key_changed_meanwhile", $"Key {key} was changed meanwhile: read it, then try again.");
}
