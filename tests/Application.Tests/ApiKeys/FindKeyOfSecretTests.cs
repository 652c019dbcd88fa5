using MisterAssist.Application.ApiKeys;
using MisterAssist.Application.Tests.Shared;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.TestKit.ApiKeys;

namespace MisterAssist.Application.Tests.ApiKeys;

public sealed class FindKeyOfSecretTests
{
    private readonly ApiKeySecret _secret = ApiKeySecret.New();

    private TestApplication _application = null!;

    [SetUp]
    public void Start()
    {
        _application = new();
        _application.ApiKeys.Have(ApiKeySamples.Key(secret: _secret));
    }

    [TearDown]
    public async Task Stop() => await _application.DisposeAsync();

    [Test]
    public async Task Find_TheSecretOfAKey_IsThatKey()
    {
        var key = await _application.SendAsync(new FindKeyOfSecretQuery(_secret.Reveal()));

        Assert.That(key!.Id, Is.EqualTo(_application.ApiKeys.All.Single().Id));
    }

    [Test]
    public async Task Find_ASecretThatDoesNotCheck_IsNobodysWithoutASearch()
    {
        var key = await _application.SendAsync(new FindKeyOfSecretQuery(SecretSamples.Mistyped(_secret)));

        Assert.That(key, Is.Null);
        Assert.That(_application.ApiKeys.Searches, Is.Zero);
    }

    [Test]
    public async Task Find_ASecretThatWasNeverIssued_IsNobodysAfterOneSearch()
    {
        var key = await _application.SendAsync(new FindKeyOfSecretQuery(ApiKeySecret.New().Reveal()));

        Assert.That(key, Is.Null);
        Assert.That(_application.ApiKeys.Searches, Is.EqualTo(1));
    }

    [Test]
    public void Query_AsText_HidesTheSecret() =>
        Assert.That($"{new FindKeyOfSecretQuery(_secret.Reveal())}", Does.Not.Contain(_secret.Reveal()[12..^4]));
}
