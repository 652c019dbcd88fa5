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
        foreach (var type in (string?[])["text/html", "application/x-msdownload", "*/*", "image", null])
        {
            var refused = await SendAsync("x"u8.ToArray(), "a.txt", type);

            Problem.Expect(refused, 415, "unsupported_media_type");
            Assert.That(refused.Json["allowed"]!.AsArray().Select(allowed => (string?)allowed), Does.Contain("text/plain").And.Contain("image/png"));
        }

        await ExpectNothingAsync();
    }

    [TestCase("text/csv; charset=windows-1252")]
    [TestCase("text/plain; charset=\"utf-16\"")]
    [TestCase("TEXT/PLAIN")]
    public async Task File_InWhateverEncoding_ComesBackAsItWasSent(string type)
    {
        byte[] content = [.. "perch"u8, 0xE9];

        var added = await SendAsync(content, "a.csv", type);

        Assert.That(added.Status, Is.EqualTo(201), added.Text);
        Assert.That((string?)added.Json["sha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    [TestCase("application/octet-stream")]
    [TestCase("text/plain")]
    [TestCase("image/*, */*;q=0.1")]
    [TestCase("application/json")]
    public async Task Content_AskedForAsAnyType_IsGiven(string accept)
    {
        var added = await SendAsync("x"u8.ToArray(), "a.txt");

        var content = await _desk.Api.GetAsync($"{added.Header("Location")}/content", ("Accept", accept));

        Assert.That((content.Status, content.Text, content.ContentType!.MediaType), Is.EqualTo((200, "x", "text/plain")));
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

    [Test]
    public async Task Attachment_AndItsMessage_HaveTheirOnlyVersionAsETag()
    {
        var written = await _desk.Api.PostAsync($"/v1/tickets/{_ticket}/messages", new System.Text.Json.Nodes.JsonObject { ["body"] = "See the file." });

        foreach (var created in (Answer[])[await SendAsync("x"u8.ToArray(), "a.txt"), written])
        {
            var known = await _desk.Api.GetAsync(created.Header("Location")!, ("If-None-Match", "\"1\""));

            Assert.That(created.Header("ETag"), Is.EqualTo("\"1\""), created.Text);
            Assert.That((known.Status, known.Header("ETag")), Is.EqualTo((304, "\"1\"")));
        }
    }

    [Test]
    public async Task Content_IfMatchingAnother_IsRefusedWithTheTagOfThisOne()
    {
        var added = await SendAsync("x"u8.ToArray(), "a.txt");
        var tag = $"\"{added.Json["sha256"]}\"";

        var refused = await _desk.Api.GetAsync($"{added.Header("Location")}/content", ("If-Match", "\"other\""));

        Problem.Expect(refused, 412, "precondition_failed");
        Assert.That(refused.Header("ETag"), Is.EqualTo(tag));
        Assert.That((await _desk.Api.GetAsync($"{added.Header("Location")}/content", ("If-Match", tag))).Text, Is.EqualTo("x"));
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

    private Task<Answer> SendAsync(byte[] content, string name, string? type = "text/plain") => _desk.Api.SendAsync(
        HttpMethod.Post, $"/v1/tickets/{_ticket}/attachments?fileName={Uri.EscapeDataString(name)}", content, [], type);
}
