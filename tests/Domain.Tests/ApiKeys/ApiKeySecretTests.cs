using System.Text.RegularExpressions;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.TestKit.ApiKeys;

namespace MisterAssist.Domain.Tests.ApiKeys;

public sealed class ApiKeySecretTests
{
    /// <summary>What follows it below was computed elsewhere, by zlib and OpenSSL.</summary>
    private const string ThirtyZeros = "ma_live_000000000000000000000000000000";

    [Test]
    public void New_Many_HaveTheFormAndDiffer()
    {
        var secrets = Enumerable.Range(0, 1000).Select(_ => ApiKeySecret.New().Reveal()).ToList();

        Assert.That(secrets, Is.Unique);
        Assert.That(secrets.Where(secret => !Regex.IsMatch(secret, ApiKeySecret.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1))), Is.Empty);
        Assert.That(secrets.Select(ApiKeySecret.Parse), Has.None.Null);
    }

    [Test]
    public void Parse_ChecksByTheCrc32OfTheRandomCharactersInBase62()
    {
        Assert.That(ApiKeySecret.Parse(ThirtyZeros + "2C8GjS"), Is.Not.Null);
        Assert.That(ApiKeySecret.Parse(ThirtyZeros + "000000"), Is.Null);
    }

    [Test]
    public void Parse_AnyOneCharacterChanged_IsNone()
    {
        var secret = ApiKeySecret.New().Reveal();

        for (var i = 0; i < secret.Length; i++)
        {
            var mistyped = secret.ToCharArray();
            mistyped[i] = mistyped[i] == 'a' ? 'b' : 'a';
            Assert.That(ApiKeySecret.Parse(new(mistyped)), Is.Null, $"character {i}");
        }
    }

    [TestCase("")]
    [TestCase("ma_live_")]
    [TestCase("ma_test_0000000000000000000000000000002C8GjS")]
    [TestCase("ma_live_00000000000000000000000000000\u00e900000")]
    public void Parse_WhatHasAnotherForm_IsNone(string text) => Assert.That(ApiKeySecret.Parse(text), Is.Null);

    [Test]
    public void Parse_WithSpaceAroundOrCutOff_IsNone()
    {
        var secret = ApiKeySecret.New().Reveal();

        foreach (var text in (string[])[$" {secret}", $"{secret} ", $"{secret}\n", secret[..^1], secret.ToUpperInvariant(), $"{secret},{secret}"])
            Assert.That(ApiKeySecret.Parse(text), Is.Null, text);
    }

    [Test]
    public void ToKept_IsTheHashAndTheEnds_AndMatchesThatOfTheSameSecretAlone()
    {
        var secret = ApiKeySecret.Parse(ThirtyZeros + "2C8GjS")!;

        var kept = secret.ToKept();

        Assert.That(kept, Is.EqualTo(new KeptSecret("d6e38c53bc0b31df77ef270238c460d419b0fa56870e0f71d1fb70f165679fbb", "ma_live_0000", "8GjS")));
        Assert.That(kept.Matches(secret.ToKept()), Is.True);
        Assert.That(kept.Matches(ApiKeySecret.New().ToKept()), Is.False);
    }

    [Test]
    public void ToString_OfASecret_HidesIt()
    {
        var secret = ApiKeySecret.New();

        Assert.That($"{secret}", Does.Not.Contain(secret.Reveal()[12..^4]).And.StartWith("ma_live_"));
    }

    [Test]
    public void Mistyped_IsNotTheSame() => Assert.That(ApiKeySecret.Parse(SecretSamples.Mistyped(ApiKeySecret.New())), Is.Null);
}
