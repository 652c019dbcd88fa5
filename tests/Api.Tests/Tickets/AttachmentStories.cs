using System.Security.Cryptography;

namespace MisterAssist.Api.Tests.Tickets;

public sealed class AttachmentStories
{
    private const int Mebibyte = 1024 * 1024;

    private Desk _desk = null!;
    private string _ticket = null!;

    [SetUp]
    public async Task Report()
    {
        _desk = new("2026-11-16 10:00", ("Tickets:MaxAttachmentMebibytes", "1"));
        _ticket = await _desk.OpenAsync(await _desk.CustomerAsync());
    }

    [TearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public async Task File_OfTheLargestSize_ComesBackAsItWasSent()
    {
        // Latin text, so that what the client reads as text can be compared byte by byte.
        var bytes = new byte[Mebibyte];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)('a' + (i % 23));

        var added = await SendAsync(bytes, "log.txt");
        var content = await _desk.Api.GetAsync($"{added.Header("Location")}/content");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.Status, Is.EqualTo(201), added.Text);
            Assert.That((string?)added.Json["sha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
            Assert.That((long?)added.Json["size"], Is.EqualTo(bytes.Length));
            Assert.That((string?)added.Json["fileName"], Is.EqualTo("log.txt"));
            Assert.That((string?)added.Json["mediaType"], Is.EqualTo("text/plain"));
            Assert.That(content.Status, Is.EqualTo(200));
            Assert.That(content.Text == System.Text.Encoding.ASCII.GetString(bytes), Is.True, "the same bytes");
            Assert.That(content.Header("Content-Disposition"), Does.StartWith("attachment").And.Contain("log.txt"));
            Assert.That(content.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That((await _desk.Api.GetAsync(added.Header("Location")!)).Text, Is.EqualTo(added.Text));
            Assert.That(await _desk.TimelineAsync(_ticket, "ticket.attachment_added"), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task File_TooLarge_IsRefusedAndNothingIsKept()
    {
        Problem.Expect(await SendAsync(new byte[Mebibyte + 1], "a.txt"), 413, "payload_too_large");
        await ExpectNothingAsync();
    }

    [Test]
    public async Task File_OfAnotherType_IsRefusedAndNothingIsKept()
    {
        Problem.Expect(await SendAsync("x"u8.ToArray(), "a.html", "text/html"), 415, "unsupported_media_type");
        Problem.Expect(await SendAsync("x"u8.ToArray(), "a.exe", "application/x-msdownload"), 415, "unsupported_media_type");
        await ExpectNothingAsync();
    }

    [Test]
    public async Task File_WithoutContent_IsRefused()
    {
        Problem.Expect(await SendAsync([], "a.txt"), 422, "attachment_empty");
        await ExpectNothingAsync();
    }

    [TestCase("../../etc/passwd", "passwd")]
    [TestCase("C:\\temp\\log.txt", "log.txt")]
    [TestCase("perché no.txt", "perché no.txt")]
    public async Task FileName_WithAPath_IsKeptWithoutIt(string sent, string kept)
    {
        var added = await SendAsync("x"u8.ToArray(), sent);

        Assert.That((string?)added.Json["fileName"], Is.EqualTo(kept), added.Text);
        Assert.That((await _desk.Api.GetAsync($"{added.Header("Location")}/content")).Text, Is.EqualTo("x"));
    }

    [TestCase("/")]
    [TestCase("logs/")]
    [TestCase("..")]
    public async Task FileName_ThatIsNoneWithoutItsPath_IsRefused(string sent)
    {
        Problem.Expect(await SendAsync("x"u8.ToArray(), sent), 400, "invalid_request", "fileName");
        await ExpectNothingAsync();
    }

    [Test]
    public async Task Files_OnePerPage_ComeEachOnceTheOldestFirst()
    {
        for (var i = 1; i <= 3; i++)
        {
            _desk.App.Clock.Advance(NodaTime.Duration.FromMilliseconds(1));
            await SendAsync("x"u8.ToArray(), $"{i}.txt");
        }

        var names = (await Desk.AllAsync(_desk.Api, $"/v1/tickets/{_ticket}/attachments?limit=1")).Select(file => (string?)file["fileName"]);

        Assert.That(names, Is.EqualTo(new[] { "1.txt", "2.txt", "3.txt" }));
    }

    private async Task ExpectNothingAsync()
    {
        Assert.That((await _desk.Api.ReadAsync($"/v1/tickets/{_ticket}/attachments"))["data"]!.AsArray(), Is.Empty);
        Assert.That(await _desk.TimelineAsync(_ticket, "ticket.attachment_added"), Is.Empty);
    }

    private Task<Answer> SendAsync(byte[] content, string name, string type = "text/plain") => _desk.Api.SendAsync(
        HttpMethod.Post, $"/v1/tickets/{_ticket}/attachments?fileName={Uri.EscapeDataString(name)}", content, [], type);
}
