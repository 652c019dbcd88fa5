using Microsoft.Extensions.Configuration;

namespace MisterAssist.Infrastructure.Tickets.Attachments;

/// <summary>Where the content of attachments is kept: <c>Attachments:Folder</c>.</summary>
internal sealed class AttachmentSettings
{
    private const string Default = "data/attachments";

    private AttachmentSettings(string folder) => Folder = folder;

    public string Folder { get; }

    /// <param name="configuration">The settings of the application.</param>
    /// <param name="root">The folder against which a relative path is resolved; what is named is made when it is first needed.</param>
    public static AttachmentSettings From(IConfiguration configuration, string root) =>
        new(Path.GetFullPath(configuration["Attachments:Folder"] ?? Default, root));
}
