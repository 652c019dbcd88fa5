using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Api.Tests.Shared;

/// <summary>The server of the database is away, and comes back.</summary>
internal sealed class OutageStories
{
    [Test]
    public async Task Outage_IsToldAtOnceAfterTheFirstFailures_AndReadinessAsksForItself()
    {
        using var app = new ApiFactory(FailingEngine.In, "Development", ("Database:BreakSeconds", "60"), ("Tickets:WatchSeconds", "86400"));
        var engine = (FailingEngine)app.Services.GetRequiredService<DbEngine>();
        engine.Fail(Break.Opening);

        // Four attempts each, until they are as many as all that went well before.
        for (var i = 0; i < 5; i++)
            Problem.Expect(await app.Api.GetAsync("/v1/closures"), 503, "database_unavailable");
        var opened = engine.Openings;
        for (var i = 0; i < 20; i++)
        {
            var answer = await app.Api.GetAsync("/v1/closures");
            Problem.Expect(answer, 503, "database_unavailable");
            Assert.That(answer.Header("Retry-After"), Is.EqualTo("5"));
        }

        Assert.That(engine.Openings, Is.EqualTo(opened), "nobody knocks at a closed door");
        Problem.Expect(await app.Api.GetAsync("/health/ready"), 503, "not_ready");
        Assert.That((await app.Api.GetAsync("/health/live")).Status, Is.EqualTo(200));
        engine.Mend();
        Assert.That((await app.Api.GetAsync("/health/ready")).Status, Is.EqualTo(200), "it is asked of the server itself");
    }

    [Test]
    public async Task Outage_ThatIsOver_IsForgottenByTheNextWhoAskAfterThePause()
    {
        using var app = new ApiFactory(FailingEngine.In, "Development", ("Database:BreakSeconds", "1"), ("Tickets:WatchSeconds", "86400"));
        var engine = (FailingEngine)app.Services.GetRequiredService<DbEngine>();
        engine.Fail(Break.Opening);
        for (var i = 0; i < 3; i++)
            Problem.Expect(await app.Api.GetAsync("/v1/closures"), 503, "database_unavailable");
        engine.Mend();

        var answer = await app.Api.GetAsync("/v1/closures");
        for (var left = 200; left > 0 && answer.Status == 503; left--)
        {
            await Task.Delay(50);
            answer = await app.Api.GetAsync("/v1/closures");
        }

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That((await app.Api.GetAsync("/health/ready")).Status, Is.EqualTo(200));
    }
}
