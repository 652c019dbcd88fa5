namespace MisterAssist.Api.Tests.Health;

public sealed class HealthTests
{
    [Test]
    public async Task Health_WhileTheDatabaseAnswers_IsLiveAndReady()
    {
        using var app = new ApiFactory("Development", StoryDatabase.OnFile);

        Assert.That((string?)(await app.Api.ReadAsync("/health/live"))["status"], Is.EqualTo("live"));
        Assert.That((string?)(await app.Api.ReadAsync("/health/ready"))["status"], Is.EqualTo("ready"));
    }

    [Test]
    public async Task Readiness_WhenTheDatabaseIsBroken_IsAProblemAndLivenessIsNot()
    {
        using var app = new ApiFactory("Development", StoryDatabase.OnFile);
        await BreakAsync(app);

        var ready = await app.Api.GetAsync("/health/ready");
        var live = await app.Api.GetAsync("/health/live");

        Problem.Expect(ready, 503, "not_ready");
        Assert.That(int.Parse(ready.Header("Retry-After")!), Is.Positive);
        Assert.That(live.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Readiness_WhenTheSchemaIsOlder_IsAProblem()
    {
        using var app = new ApiFactory("Development", StoryDatabase.OnFile);
        await RemoveAsync(app);

        Problem.Expect(await app.Api.GetAsync("/health/ready"), 503, "not_ready");
    }

    private static async Task BreakAsync(ApiFactory app)
    {
        await RemoveAsync(app);
        await File.WriteAllTextAsync(app.Database.File, string.Concat(Enumerable.Repeat("This is no database. ", 1000)));
    }

    /// <summary>What is opened instead is a new and empty database.</summary>
    private static Task RemoveAsync(ApiFactory app)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(app.Database.File)!))
            File.Delete(file);
        return Task.CompletedTask;
    }
}
