using Microsoft.Extensions.DependencyInjection;
using MisterAssist.Api.Tests.OpenApi;
using MisterAssist.Api.Tickets.Attachments;
using MisterAssist.Application.Idempotency;
using MisterAssist.Application.Shared;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets.Attachments;
using NodaTime;

namespace MisterAssist.Api.Tests.Tickets;

/// <summary>What is left on the disk of files that are sent, whatever becomes of them.</summary>
public sealed class UploadTests
{
    private static readonly (string, string) Key = ("Idempotency-Key", "k-1");

    private ApiFactory _app = null!;
    private string _path = null!;

    private IEnumerable<string> Files => Directory.Exists(_app.AttachmentFolder)
        ? Directory.EnumerateFiles(_app.AttachmentFolder, "*", SearchOption.AllDirectories)
        : [];

    [SetUp]
    public Task Report() => StartAsync(new());

    [TearDown]
    public void StopServer() => _app.Dispose();

    [Test]
    public async Task File_SentAgainWithItsKey_IsOneAttachmentAndOneFile()
    {
        var first = await SendAsync("x"u8.ToArray(), Key);

        var again = await SendAsync("x"u8.ToArray(), Key);

        Assert.That((first.Status, again.Status), Is.EqualTo((201, 201)), first.Text);
        Assert.That(again.Text, Is.EqualTo(first.Text));
        Assert.That(again.Header("Idempotency-Replayed"), Is.EqualTo("true"));
        await StopAsync();
        Assert.That(Files.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task File_WithTheKeyOfAnotherOne_IsRefusedAndNotKept()
    {
        await SendAsync("x"u8.ToArray(), Key);

        Problem.Expect(await SendAsync("y"u8.ToArray(), Key), 422, "idempotency_key_reused", "Idempotency-Key");
        await StopAsync();
        Assert.That(Files.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task File_ThatIsRefused_IsNotKept([Values] bool withKey)
    {
        Problem.Expect(await SendAsync([], withKey ? [Key] : []), 422, "attachment_empty");

        await StopAsync();
        Assert.That(Files, Is.Empty);
    }

    [Test]
    public async Task File_WhoseAnswerCannotBeKept_IsNotKeptEither()
    {
        await _app.DisposeAsync();
        await StartAsync(new(services => services.AddScoped<IIdempotencyStore, FullStore>()));

        Problem.Expect(await SendAsync("x"u8.ToArray(), Key), 503, "busy");
        Assert.That(Files, Is.Empty);
    }

    [Test]
    public async Task File_WhileSomebodyElseWrites_IsOnTheDiskBeforeItsTurn([Values] bool withKey)
    {
        var gate = new TaskCompletionSource<bool>();
        await using var scope = _app.Services.CreateAsyncScope();
        var other = scope.ServiceProvider.GetRequiredService<ITransactions>().RunAsync(() => gate.Task, CancellationToken.None);

        var sending = SendAsync("x"u8.ToArray(), withKey ? [Key] : []);

        Assert.That(() => Files.Count(path => Path.GetExtension(path) == ""), Is.EqualTo(1).After(8).Seconds.PollEvery(20).MilliSeconds);
        Assert.That(sending.IsCompleted, Is.False);
        gate.SetResult(true);
        await other;
        Assert.That((await sending).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Sweep_OfOldFiles_TakesThoseThatBrokeOffAlone()
    {
        var added = await SendAsync("x"u8.ToArray());
        var named = Files.Single();
        var (whole, broken, young) = (Lay(""), Lay(".part"), Lay(".part"));
        var strange = Path.Combine(_app.AttachmentFolder, "README.part");
        await File.WriteAllTextAsync(strange, "Not ours.");
        foreach (var old in (string[])[named, whole, broken, strange])
            Touch(old, Duration.FromMinutes(61));
        Touch(young, Duration.FromMinutes(59));

        _app.Services.GetRequiredService<BrokenUploads>().Sweep();

        Assert.That(Files, Is.EquivalentTo((string[])[named, whole, young, strange]));
        Assert.That((await _app.Api.GetAsync($"{added.Header("Location")}/content")).Text, Is.EqualTo("x"));
    }

    private async Task StartAsync(ApiFactory app)
    {
        _app = app;
        (_path, _) = await new ExampleWorld(app, ApiDescription.Published).PrepareAsync(ApiDescription.Published.Named("addAttachment"));
    }

    /// <summary>Waits for what requests do after they are answered; the files stay.</summary>
    private Task StopAsync() => _app.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();

    private string Lay(string extension)
    {
        var id = AttachmentId.New(_app.Clock.Now);
        var name = CrockfordBase32.Encode(id.Value);
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_app.AttachmentFolder, name[^2..])).FullName, name + extension);
        File.WriteAllText(path, "x");
        return path;
    }

    private void Touch(string path, Duration ago) => File.SetLastWriteTimeUtc(path, (_app.Clock.Now - ago).ToDateTimeUtc());

    private Task<Answer> SendAsync(byte[] content, params (string, string)[] headers) =>
        _app.Api.SendAsync(HttpMethod.Post, _path, content, headers, "text/plain");

    private sealed class FullStore : IIdempotencyStore
    {
        public Task<KeptAnswer?> FindAsync(IdempotencyKey key, Instant now, CancellationToken ct) => Task.FromResult<KeptAnswer?>(null);

        public Task AddAsync(IdempotencyKey key, KeptAnswer answer, CancellationToken ct) => throw new BusyException(new TimeoutException());

        public Task<int> RemoveExpiredAsync(Instant now, int limit, CancellationToken ct) => Task.FromResult(0);
    }
}
