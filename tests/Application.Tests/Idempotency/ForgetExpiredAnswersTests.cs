using MisterAssist.Application.Idempotency;
using MisterAssist.Application.Tests.Shared;
using NodaTime;

namespace MisterAssist.Application.Tests.Idempotency;

public sealed class ForgetExpiredAnswersTests
{
    [Test]
    public async Task Forget_TakesAFewOfThoseThatHaveExpiredNow()
    {
        await using var application = new TestApplication();
        foreach (var number in Enumerable.Range(0, 300))
            await application.Answers.AddAsync(new(Guid.Empty, "POST /v1/closures", $"k-{number}"), AnswerAt(application.Clock.Now), default);
        await application.Answers.AddAsync(
            new(Guid.Empty, "POST /v1/closures", "young"), AnswerAt(application.Clock.Now + Duration.FromSeconds(1)), default);
        application.Clock.Advance(KeptAnswer.Lifetime);

        int[] forgotten =
        [
            await application.SendAsync(new ForgetExpiredAnswersCommand()),
            await application.SendAsync(new ForgetExpiredAnswersCommand()),
            await application.SendAsync(new ForgetExpiredAnswersCommand()),
        ];

        Assert.That(forgotten, Is.EqualTo(new[] { 200, 100, 0 }));
        Assert.That(application.Answers.Keys.Select(key => key.Key), Is.EqualTo(new[] { "young" }));
    }

    private static KeptAnswer AnswerAt(Instant at) => new("f", 201, new Dictionary<string, string>(), [], at);
}
