using System.Security.Cryptography;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Shared;
using MisterAssist.Infrastructure.Tickets.Attachments;
using MisterAssist.TestKit.Tickets;

namespace MisterAssist.Infrastructure.Tests.Tickets.Attachments;

public sealed class AttachmentFilesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private DirectoryInfo _folder = null!;
    private AttachmentFiles _files = null!;

    private IEnumerable<string> Kept =>
        Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.FullName, path));

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("misterassist-");
        _files = new(AttachmentSettings.From(SqliteFile.Settings(null), _folder.FullName));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(81_920)]
    [TestCase(81_921)]
    [TestCase(1_000_000)]
    public async Task Write_Content_IsGivenBackWithItsSizeAndHash(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        var id = NewId();

        var stored = await _files.WriteAsync(id, new MemoryStream(content), None);

        Assert.That((stored.Size, stored.Sha256), Is.EqualTo(((long)size, Convert.ToHexStringLower(SHA256.HashData(content)))));
        Assert.That(await ReadAsync(id), Is.EqualTo(content));
    }

    [Test]
    public async Task Write_Several_KeepsEachInAFileNamedAfterItsIdAndNothingElse()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => NewId()).ToList();
        foreach (var id in ids)
            await _files.WriteAsync(id, new MemoryStream([1, 2, 3]), None);

        var names = ids.Select(id => DbText.From(id.Value));
        Assert.That(Kept, Is.EquivalentTo(names.Select(name => Path.Combine("data", "attachments", name[^2..], name))));
    }

    [Test]
    public async Task Write_WhileTheContentComes_ShowsNothingOfIt()
    {
        var id = NewId();
        var seen = new List<bool>();

        await _files.WriteAsync(id, new Slow(() => seen.Add(Kept.Any(path => path.EndsWith(DbText.From(id.Value), StringComparison.Ordinal)))), None);

        Assert.That(seen, Is.Not.Empty.And.All.False);
        Assert.That(await ReadAsync(id), Has.Length.EqualTo(2));
    }

    [Test]
    public void Write_ContentThatBreaksOff_LeavesNothing()
    {
        Assert.That(() => _files.WriteAsync(NewId(), new Slow(() => throw new IOException("The line is dead.")), None), Throws.TypeOf<IOException>());

        Assert.That(Kept, Is.Empty);
    }

    [Test]
    public async Task Write_WhatIsThereAlready_IsRefusedAndLeavesItAsItWas()
    {
        var id = NewId();
        await _files.WriteAsync(id, new MemoryStream([1]), None);

        await Assert.ThatAsync(() => _files.WriteAsync(id, new MemoryStream([2]), None), Throws.InstanceOf<IOException>());

        Assert.That(await ReadAsync(id), Is.EqualTo(new byte[] { 1 }));
        Assert.That(Kept.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Discard_OneOfTwo_LeavesTheOther()
    {
        var (first, second) = (NewId(), NewId());
        await _files.WriteAsync(first, new MemoryStream([1]), None);
        await _files.WriteAsync(second, new MemoryStream([2]), None);

        _files.Discard(first);

        Assert.That(() => _files.Open(first), Throws.InstanceOf<IOException>());
        Assert.That(await ReadAsync(second), Is.EqualTo(new byte[] { 2 }));
    }

    private static AttachmentId NewId() => AttachmentId.New(TicketSamples.ReceivedAt);

    private async Task<byte[]> ReadAsync(AttachmentId id)
    {
        await using var content = _files.Open(id);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, None);
        return copy.ToArray();
    }

    /// <summary>Two bytes, one at a time; before the second, and before the end, something happens.</summary>
    private sealed class Slow(Action happens) : MemoryStream([1, 2])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
                happens();
            return base.ReadAsync(buffer[..1], cancellationToken);
        }
    }
}
