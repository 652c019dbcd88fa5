using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.ApiKeys;
using NodaTime;

namespace MisterAssist.Domain.Tests.ApiKeys;

public sealed class ApiKeyTests
{
    private static readonly Instant Now = ApiKeySamples.Issued;
    private static readonly Scope[] ForStaffAlone = [Scope.CustomersWrite, Scope.ContractsWrite, Scope.InvoicesWrite, Scope.PricesWrite, Scope.PlansWrite, Scope.Dispatch, Scope.Admin];

    [Test]
    public void Issue_EachKindWithEachScope_IsRefusedWhatDecidesForTheCompany([Values] KeyKind kind, [Values] Scope scope)
    {
        var terms = ApiKeySamples.Terms(kind, [scope], kind == KeyKind.Customer ? ApiKeySamples.Customers(1) : null);

        if (kind == KeyKind.Staff || !ForStaffAlone.Contains(scope))
            Assert.That(ApiKeySamples.Key(terms).May(scope), Is.True);
        else
            Assert.That(Refusal(() => ApiKeySamples.Key(terms)), Is.EqualTo("scope_not_for_kind"));
    }

    [Test]
    public void Issue_CustomersKeyThatSeesAll_IsRefused() =>
        Assert.That(Refusal(() => ApiKeySamples.Key(ApiKeySamples.Terms(KeyKind.Customer))), Is.EqualTo("key_needs_customers"));

    [Test]
    public void Issue_AdministratorsKeyThatDoesNotSeeAll_IsRefused()
    {
        var terms = ApiKeySamples.Terms(KeyKind.Staff, [Scope.TicketsRead, Scope.Admin], ApiKeySamples.Customers(2));

        Assert.That(Refusal(() => ApiKeySamples.Key(terms)), Is.EqualTo("admin_key_restricted"));
    }

    [TestCase(-1, false)]
    [TestCase(0, false)]
    [TestCase(1, true)]
    public void Issue_WithAnEnd_NeedsOneInTheFuture(int secondsFromNow, bool issued)
    {
        var terms = ApiKeySamples.Terms(expiresAt: Now + Duration.FromSeconds(secondsFromNow));

        if (issued)
            Assert.That(ApiKeySamples.Key(terms).State.ExpiresAt, Is.EqualTo(terms.ExpiresAt));
        else
            Assert.That(Refusal(() => ApiKeySamples.Key(terms)), Is.EqualTo("key_expires_in_the_past"));
    }

    [Test]
    public void Issue_ScopeSaidTwice_HasItOnceInTheUsualOrder()
    {
        var key = ApiKeySamples.Key(ApiKeySamples.Terms(scopes: [Scope.TicketsWrite, Scope.TicketsRead, Scope.TicketsWrite]));

        Assert.That(key.State.Scopes, Is.EqualTo((Scope[])[Scope.TicketsRead, Scope.TicketsWrite]));
    }

    [Test]
    public void May_WithAdmin_IsEverything([Values] Scope scope) =>
        Assert.That(ApiKeySamples.Key(ApiKeySamples.Terms(KeyKind.Staff, [Scope.Admin])).May(scope), Is.True);

    [Test]
    public void May_WithAScope_IsThatAlone([Values] Scope scope) =>
        Assert.That(ApiKeySamples.Key(ApiKeySamples.Terms(scopes: [Scope.TicketsWrite])).May(scope), Is.EqualTo(scope == Scope.TicketsWrite));

    [TestCase(KeyKind.Staff, ActorKind.Staff)]
    [TestCase(KeyKind.Partner, ActorKind.Partner)]
    [TestCase(KeyKind.Customer, ActorKind.Customer)]
    public void Actor_IsWhoHoldsTheKey(KeyKind kind, ActorKind actor)
    {
        var key = ApiKeySamples.Key(ApiKeySamples.Terms(kind, reach: ApiKeySamples.Customers(1)));

        Assert.That(key.Actor, Is.EqualTo(new Actor(actor, "Rete Sicura", key.Id.Value)));
    }

    [Test]
    public void StatusAt_AroundItsEnd_EndsAtThatVeryInstant()
    {
        var end = Now + Duration.FromDays(1);
        var key = ApiKeySamples.Key(ApiKeySamples.Terms(expiresAt: end));

        Assert.That(
            (key.StatusAt(end - Duration.FromTicks(10)), key.StatusAt(end)), Is.EqualTo((KeyStatus.Active, KeyStatus.Expired)));
    }

    [Test]
    public void Rotate_WithAnOverlap_MakesAKeyOnTheSameTermsAndEndsTheOldOneThen([Values(0, 1, 7)] int days)
    {
        var key = ApiKeySamples.Key(ApiKeySamples.Terms(reach: ApiKeySamples.Customers(3)));
        var secret = ApiKeySecret.New();
        var at = Now + Duration.FromHours(5);

        var successor = key.Rotate(secret, days, at);

        Assert.That(key.State.ExpiresAt, Is.EqualTo(at + Duration.FromHours(24 * days)));
        Assert.That(key.StatusAt(at), Is.EqualTo(days == 0 ? KeyStatus.Expired : KeyStatus.Active));
        Assert.That((key.State.ReplacedBy, key.State.Version), Is.EqualTo(((ApiKeyId?)successor.Id, 2)));
        Assert.That(successor.State, Is.EqualTo(key.State with
        {
            Id = successor.Id,
            Secret = secret.ToKept(),
            CreatedAt = at,
            ExpiresAt = null,
            ReplacedBy = null,
            Version = 1,
            Scopes = successor.State.Scopes,
        }));
        Assert.That(successor.State.Scopes, Is.EqualTo(key.State.Scopes));
    }

    [Test]
    public void Rotate_KeyThatEndsBeforeTheOverlapDoes_ProlongsNeither()
    {
        var end = Now + Duration.FromDays(2);
        var key = ApiKeySamples.Key(ApiKeySamples.Terms(expiresAt: end));

        var successor = key.Rotate(ApiKeySecret.New(), 7, Now);

        Assert.That((key.State.ExpiresAt, successor.State.ExpiresAt), Is.EqualTo(((Instant?)end, (Instant?)end)));
    }

    [Test]
    public void Rotate_KeyThatIsRevokedExpiredOrReplaced_IsRefused()
    {
        var revoked = ApiKeySamples.Key();
        revoked.Revoke(Now);
        var expired = ApiKeySamples.Key(ApiKeySamples.Terms(expiresAt: Now + Duration.FromHours(1)));
        var replaced = ApiKeySamples.Key();
        replaced.Rotate(ApiKeySecret.New(), 7, Now);

        foreach (var key in (ApiKey[])[revoked, expired, replaced])
            Assert.That(Refusal(() => key.Rotate(ApiKeySecret.New(), 1, Now + Duration.FromHours(1))), Is.EqualTo("api_key_not_active"));
    }

    [Test]
    public void Revoke_Key_EndsItAtOnceAndOnce()
    {
        var key = ApiKeySamples.Key();

        key.Revoke(Now);

        Assert.That((key.StatusAt(Now), key.State.RevokedAt, key.State.Version), Is.EqualTo((KeyStatus.Revoked, (Instant?)Now, 2)));
        Assert.That(Refusal(() => key.Revoke(Now)), Is.EqualTo("api_key_already_revoked"));
    }

    [TestCase(Scope.TicketsRead, "tickets:read")]
    [TestCase(Scope.CustomersWrite, "customers:write")]
    [TestCase(Scope.EventsRead, "events:read")]
    [TestCase(Scope.Dispatch, "dispatch")]
    [TestCase(Scope.Admin, "admin")]
    public void Name_OfAScope_IsWhatItIsAboutAndWhatMayBeDone(Scope scope, string name)
    {
        Assert.That(scope.Name(), Is.EqualTo(name));
        Assert.That(ScopeNames.TryParse(name, out var read) ? read : (Scope?)null, Is.EqualTo(scope));
        Assert.That(ScopeNames.TryParse(name.ToUpperInvariant(), out _), Is.False);
    }

    private static string Refusal(Action act) => Assert.Throws<BusinessException>(() => act())!.Code;
}
