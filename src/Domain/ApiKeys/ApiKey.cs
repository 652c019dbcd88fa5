using MisterAssist.Domain.Shared;
using NodaTime;

namespace MisterAssist.Domain.ApiKeys;

/// <summary>Lets a program in: what it may do, which customers it may see, and for how long.</summary>
public sealed class ApiKey
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>How many days the old secret may work beside the new one.</summary>
    public const int MaxOverlapDays = 7;

    private ApiKey(ApiKeyState state) => State = state;

    public ApiKeyState State { get; private set; }

    public ApiKeyId Id => State.Id;

    /// <summary>Who acts when the key is used.</summary>
    public Actor Actor => new(State.Kind.ToActorKind(), State.Name, State.Id.Value);

    /// <exception cref="BusinessException">A key of that kind cannot have those scopes or see those customers, or it would expire in the past.</exception>
    public static ApiKey Issue(KeyTerms terms, ApiKeySecret secret, Instant at)
    {
        if (terms.Scopes.Except(KeyKinds.ScopesOf(terms.Kind)).Any())
            throw ApiKeyErrors.ScopeNotForKind(terms.Kind);
        if (terms.Kind == KeyKind.Customer && terms.Reach.Only is null)
            throw ApiKeyErrors.CustomersNeeded();
        if (terms.Scopes.Contains(Scope.Admin) && terms.Reach.Only is not null)
            throw ApiKeyErrors.AdministratorRestricted();
        if (terms.ExpiresAt <= at)
            throw ApiKeyErrors.ExpiryInThePast(at);

        return New(terms, secret, at);
    }

    /// <summary>For persistence only.</summary>
    public static ApiKey FromState(ApiKeyState state) => new(state);

    /// <summary>Whether it can be used, and if not, why.</summary>
    public KeyStatus StatusAt(Instant at)
    {
        if (State.RevokedAt is not null)
            return KeyStatus.Revoked;
        return State.ExpiresAt <= at ? KeyStatus.Expired : KeyStatus.Active;
    }

    /// <summary>Whether it has the scope: an administrator's has them all.</summary>
    public bool May(Scope scope) => State.Scopes.Contains(scope) || State.Scopes.Contains(Scope.Admin);

    /// <summary>Gives the holder a new secret, under a key of its own on the same terms; this one goes on working for the overlap.</summary>
    /// <remarks>What the key may do does not change, and neither does the end that it may have had from the beginning.</remarks>
    /// <param name="secret">The new one.</param>
    /// <param name="overlapDays">Days of 24 hours, from 0 (this key stops at once) to <see cref="MaxOverlapDays"/>.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="BusinessException">It cannot be used any more, or has been replaced already.</exception>
    public ApiKey Rotate(ApiKeySecret secret, int overlapDays, Instant at)
    {
        if (StatusAt(at) != KeyStatus.Active || State.ReplacedBy is not null)
            throw ApiKeyErrors.NotActive(State.Id);

        var successor = New(new(State.Name, State.Kind, State.Scopes, State.Reach, State.ExpiresAt), secret, at);
        var end = at + Duration.FromDays(overlapDays);
        State = State with
        {
            ExpiresAt = State.ExpiresAt < end ? State.ExpiresAt : end,
            ReplacedBy = successor.Id,
            Version = State.Version + 1,
        };
        return successor;
    }

    /// <summary>Takes it back: from now on nobody gets in with it.</summary>
    /// <exception cref="BusinessException">It was revoked before.</exception>
    public void Revoke(Instant at)
    {
        if (State.RevokedAt is not null)
            throw ApiKeyErrors.AlreadyRevoked(State.Id);

        State = State with { RevokedAt = at, Version = State.Version + 1 };
    }

    private static ApiKey New(KeyTerms terms, ApiKeySecret secret, Instant at) => new(new(
        ApiKeyId.New(at), terms.Name, terms.Kind, [.. terms.Scopes.Distinct().Order()], terms.Reach, secret.ToKept(), at,
        terms.ExpiresAt?.ToMicrosecond(), LastUsedAt: null, RevokedAt: null, ReplacedBy: null, Version: 1));
}

/// <summary>What a key is issued for.</summary>
/// <param name="Name">Who holds it, as timelines will show it.</param>
/// <param name="Kind">On whose side its holder is.</param>
/// <param name="Scopes">What it may do: at least one; saying one twice is saying it once.</param>
/// <param name="Reach">The customers that it may see.</param>
/// <param name="ExpiresAt">From when on it does not work any more; null for never.</param>
public sealed record KeyTerms(string Name, KeyKind Kind, IReadOnlyList<Scope> Scopes, CustomerReach Reach, Instant? ExpiresAt);

/// <summary>Whether a key can be used.</summary>
public enum KeyStatus
{
    /// <summary>It can.</summary>
    Active,

    /// <summary>Its time is over: the end that it was issued with, or that of the overlap after it was replaced.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,
}
