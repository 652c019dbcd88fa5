using FluentValidation;
using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Shared;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Shared;
using MisterAssist.TestKit.ApiKeys;
using NodaTime;

namespace MisterAssist.Application.Tests.ApiKeys;

public sealed class ApiKeyCommandsTests
{
    private TestApplication _application = null!;

    [SetUp]
    public void Start() => _application = new();

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task CreateFirst_OnceAndAgain_MakesOneAdministrator()
    {
        var first = await _application.SendAsync(new CreateFirstApiKeyCommand());
        var again = await _application.SendAsync(new CreateFirstApiKeyCommand());

        Assert.That(first!.Key.State.Scopes, Is.EqualTo((Scope[])[Scope.Admin]));
        Assert.That(first.Key.State.Reach.Only, Is.Null);
        Assert.That(again, Is.Null);
        Assert.That(_application.ApiKeys.All.Single().Secret, Is.EqualTo(first.Secret.ToKept()));
    }

    [Test]
    public async Task Create_CustomersSaidTwice_AreThereOnce()
    {
        var customer = CustomerId.New(_application.Clock.Now);

        var issued = await _application.SendAsync(
            new CreateApiKeyCommand("Shop", KeyKind.Customer, [Scope.TicketsRead], [customer, customer], ExpiresAt: null));

        Assert.That(issued.Key.State.Reach.Only, Is.EqualTo((CustomerId[])[customer]));
    }

    [Test]
    public async Task Keys_WhereTheClockWasMovedForward_GoByTheWorlds()
    {
        _application.Clock.Now += Duration.FromDays(365);
        var now = _application.World.Now;
        var first = await _application.SendAsync(new CreateFirstApiKeyCommand());
        var issued = await _application.SendAsync(
            new CreateApiKeyCommand("Shop", KeyKind.Staff, [Scope.TicketsRead], null, now + Duration.FromDays(1)));
        var rotated = await _application.SendAsync(new RotateApiKeyCommand(issued.Key.Id, 0, KnownVersion.Any));
        var revoked = await _application.SendAsync(new RevokeApiKeyCommand(rotated.Key.Id, KnownVersion.Any));

        Assert.That(
            (Instant?[])[first!.Key.State.CreatedAt, issued.Key.State.CreatedAt, rotated.Key.State.CreatedAt, revoked.State.RevokedAt],
            Is.All.EqualTo(now));
    }

    [TestCase(0, 1, "Scopes")]
    [TestCase(16, 1, "Scopes")]
    [TestCase(1, 0, "Customers")]
    [TestCase(1, 101, "Customers")]
    public void Create_TooFewOrTooMany_IsNoRequest(int scopes, int customers, string where)
    {
        var command = new CreateApiKeyCommand(
            "Shop", KeyKind.Staff, [.. Enumerable.Repeat(Scope.TicketsRead, scopes)], ApiKeySamples.Customers(customers).Only, ExpiresAt: null);

        var failure = Assert.ThrowsAsync<ValidationException>(() => _application.SendAsync(command));

        Assert.That(failure!.Errors.Select(fault => fault.PropertyName), Is.EqualTo((string[])[where]));
    }

    [TestCase(-1)]
    [TestCase(8)]
    public void Rotate_WithAnOverlapOutOfBounds_IsNoRequest(int days) => Assert.ThrowsAsync<ValidationException>(() =>
        _application.SendAsync(new RotateApiKeyCommand(ApiKeyId.New(_application.Clock.Now), days, KnownVersion.Any)));

    [Test]
    public async Task Rotate_Key_KeepsBothInOneTransaction()
    {
        var key = ApiKeySamples.Key(at: _application.Clock.Now);
        _application.ApiKeys.Have(key);

        var issued = await _application.SendAsync(new RotateApiKeyCommand(key.Id, 1, KnownVersion.Of(1)));

        var old = _application.ApiKeys.All.Single(state => state.Id == key.Id);
        Assert.That((old.ReplacedBy, old.ExpiresAt), Is.EqualTo(((ApiKeyId?)issued.Key.Id, (Instant?)_application.Clock.Now + Duration.FromDays(1))));
        Assert.That(_application.ApiKeys.All, Has.Count.EqualTo(2));
    }

    [Test]
    public void Change_OfAnotherVersion_IsStale()
    {
        var key = ApiKeySamples.Key(at: _application.Clock.Now);
        _application.ApiKeys.Have(key);

        Assert.ThrowsAsync<StaleVersionException>(() => _application.SendAsync(new RevokeApiKeyCommand(key.Id, KnownVersion.Of(2))));
        Assert.ThrowsAsync<StaleVersionException>(() => _application.SendAsync(new RotateApiKeyCommand(key.Id, 1, KnownVersion.Of(2))));
        Assert.That(_application.ApiKeys.All.Single().RevokedAt, Is.Null);
    }

    [Test]
    public void Change_OfAnUnknownKey_IsNotFound()
    {
        var unknown = ApiKeyId.New(_application.Clock.Now);

        foreach (var act in (Func<Task>[])
            [
                () => _application.SendAsync(new GetApiKeyQuery(unknown)),
                () => _application.SendAsync(new RevokeApiKeyCommand(unknown, KnownVersion.Any)),
                () => _application.SendAsync(new RotateApiKeyCommand(unknown, 1, KnownVersion.Any)),
            ])
        {
            Assert.That(Assert.ThrowsAsync<BusinessException>(() => act())!.Code, Is.EqualTo("api_key_not_found"));
        }
    }
}
