using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace MisterAssist.TestKit.Invoices.FatturaPa;

/// <summary>The schema of the tax office, which is not ours to give away: where it is not beside the repository, tests that need it are ignored.</summary>
public static class FatturaPaSchema
{
    /// <summary>Why a test that needs it is ignored.</summary>
    public const string Missing = $"The schema is neither in ../shared/fatturapa beside the repository nor in the folder of {Variable}.";

    private const string Variable = "MISTERASSIST_FATTURAPA";

    private static readonly Lazy<XmlSchemaSet?> Schemas = new(Load);

    public static bool IsThere => Schemas.Value is not null;

    public static IReadOnlyList<string> FaultsOf(XDocument document)
    {
        var faults = new List<string>();
        document.Validate(Schemas.Value!, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    private static XmlSchemaSet? Load()
    {
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Path.Combine(Root(), "..", "shared", "fatturapa");
        var files = new[] { "xmldsig-core-schema.xsd", "fatturapa-1.2.2.xsd" }.Select(name => Path.Combine(folder, name)).ToList();
        if (!files.TrueForAll(File.Exists))
            return null;

        // Nothing is fetched: what the one imports from the web is the other, and the DTD that it names is left aside.
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in files)
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MisterAssist.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("There is no MisterAssist.sln above the tests.");
        return folder.FullName;
    }
}
