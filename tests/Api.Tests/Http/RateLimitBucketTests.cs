using MisterAssist.Api.Http;

namespace MisterAssist.Api.Tests.Http;

public sealed class RateLimitBucketTests
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(59)]
    [TestCase(60)]
    [TestCase(61)]
    [TestCase(100)]
    [TestCase(119)]
    [TestCase(6000)]
    [TestCase(1_000_000)]
    public void Bucket_InAMinute_FillsUpAsTheHeaderSays(int perMinute)
    {
        var bucket = RateLimits.Bucket(perMinute);

        var refilled = TimeSpan.FromMinutes(1) / bucket.ReplenishmentPeriod * bucket.TokensPerPeriod;

        Assert.That(refilled, Is.EqualTo(perMinute).Within(0.0001).Percent);
        Assert.That(bucket.TokenLimit, Is.EqualTo(perMinute));
    }
}
