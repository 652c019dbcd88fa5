using Microsoft.Extensions.Configuration;
using MisterAssist.Application.Shared;

namespace MisterAssist.Infrastructure.Documents;

/// <summary>The fonts that documents are written with: those of the folder <c>Documents:FontFolder</c>, or of the usual ones of the machine.</summary>
internal sealed class DocumentFonts
{
    private const string Wanted = "DejaVu Sans, Liberation Sans, Noto Sans or Arial, each with its bold";

    /// <summary>The best ones first: those with more scripts.</summary>
    private static readonly (string Regular, string Bold)[] Families =
    [
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
        ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
        ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
        ("Arial.ttf", "Arial Bold.ttf"),
        ("arial.ttf", "arialbd.ttf"),
    ];

    private static readonly string[] FoldersOfAPerson = [".fonts", ".local/share/fonts", "Library/Fonts", "AppData/Local/Microsoft/Windows/Fonts"];

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };

    private readonly Lazy<(TrueTypeFont Regular, TrueTypeFont Bold)> _pair;

    private DocumentFonts(Lazy<(TrueTypeFont Regular, TrueTypeFont Bold)> pair) => _pair = pair;

    /// <exception cref="SettingsException">The machine has none that can be used.</exception>
    public TrueTypeFont Regular => _pair.Value.Regular;

    /// <exception cref="SettingsException">The machine has none that can be used.</exception>
    public TrueTypeFont Bold => _pair.Value.Bold;

    private static IEnumerable<string> UsualFolders =>
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        .. FoldersOfAPerson.Select(folder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), folder)),
    ];

    /// <summary>A folder that is set is looked into at once; the usual ones when a document is first written, since a machine may do without.</summary>
    /// <param name="configuration">The settings of the application.</param>
    /// <param name="root">The folder against which a relative path is resolved.</param>
    /// <exception cref="SettingsException">There is no font in the folder that is set.</exception>
    public static DocumentFonts From(IConfiguration configuration, string root)
    {
        if (configuration["Documents:FontFolder"] is not { Length: > 0 } set)
            return new(new(FindAnywhere, LazyThreadSafetyMode.PublicationOnly));

        var folder = Path.GetFullPath(set, root);
        var pair = Find([folder])
            ?? throw new SettingsException($"Documents:FontFolder: no font to write documents with is in {folder}; it needs {Wanted}.");
        return new(new(() => pair));
    }

    private static (TrueTypeFont Regular, TrueTypeFont Bold) FindAnywhere() => Find(UsualFolders)
        ?? throw new SettingsException($"There is no font to write documents with: install {Wanted}, or set Documents:FontFolder.");

    private static (TrueTypeFont Regular, TrueTypeFont Bold)? Find(IEnumerable<string> folders)
    {
        var names = Families.SelectMany(family => new[] { family.Regular, family.Bold }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", Everywhere))
            .Where(file => names.Contains(Path.GetFileName(file)))
            .GroupBy(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(files => files.Key, files => files.Order().First(), StringComparer.OrdinalIgnoreCase);
        foreach (var (regular, bold) in Families)
        {
            if (files.TryGetValue(regular, out var regularFile) && files.TryGetValue(bold, out var boldFile)
                && Read(regularFile) is { } first && Read(boldFile) is { } second)
            {
                return (first, second);
            }
        }

        return null;
    }

    private static TrueTypeFont? Read(string file)
    {
        try
        {
            return new(File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }
}
