using System.Security.Cryptography;
using MisterAssist.Application.Tickets.Attachments;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Tickets.Attachments;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Tickets.Attachments;

/// <summary>Keeps each content in a file of its own, named after the attachment; a name that a caller gives never becomes a path.</summary>
internal sealed class AttachmentFiles(AttachmentSettings settings) : IAttachmentFiles
{
    private const int BufferSize = 81_920;
    private const string Unfinished = ".part";

    public async Task<StoredContent> WriteAsync(AttachmentId id, Stream content, CancellationToken ct)
    {
        var path = PathOf(id);
        var part = path + Unfinished;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var stored = await WritePartAsync(part, content, ct);
            File.Move(part, path);
            return stored;
        }
        finally
        {
            // Not there any more where all went well; File.Delete does not mind.
            File.Delete(part);
        }
    }

    public void Discard(AttachmentId id)
    {
        var path = PathOf(id);
        File.Delete(path);
        File.Delete(path + Unfinished);
    }

    public void DiscardBroken(Instant before)
    {
        if (!Directory.Exists(settings.Folder))
            return;

        foreach (var path in Directory.EnumerateFiles(settings.Folder, $"*{Unfinished}", SearchOption.AllDirectories).Where(IsOldAndOurs))
            File.Delete(path);

        bool IsOldAndOurs(string path) =>
            Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path)) < before
            && CrockfordBase32.TryDecode(Path.GetFileNameWithoutExtension(path), out _);
    }

    public Stream Open(AttachmentId id) => new FileStream(
        PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private static async Task<StoredContent> WritePartAsync(string part, Stream content, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        int read;
        do
        {
            read = await content.ReadAsync(buffer, ct);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        while (read > 0);

        // On the disk before the database says that it is there.
        file.Flush(flushToDisk: true);
        return new(file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A folder for each of the last two characters of the id, which are random: no folder gets too full.</summary>
    private string PathOf(AttachmentId id)
    {
        var name = DbText.From(id.Value);
        return Path.Combine(settings.Folder, name[^2..], name);
    }
}
