using System.Reflection;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>A step of the schema, once and forward only.</summary>
internal sealed record Migration(string Name, string Sql)
{
    /// <summary>Those of an engine, by its name, in order.</summary>
    public static IReadOnlyList<Migration> Of(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"MisterAssist.Infrastructure.Shared.Migrations.{engine}.";
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(folder, StringComparison.Ordinal)
               orderby resource
               select new Migration(resource[folder.Length..^".sql".Length], Read(assembly, resource)),
        ];
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
