using MisterAssist.Api.Http;

namespace MisterAssist.Api.OpenApi;

/// <summary>What schemas are called in the document, and so in generated clients.</summary>
internal static class SchemaNames
{
    private const string Request = "Request";
    private const string Response = "Response";

    public static string Of(Type type)
    {
        if (MergePatch.PatchedBy(type) is { } patched)
            return patched.Name[..^Request.Length] + "Patch";
        if (type.IsGenericType)
            return Of(type.GetGenericArguments()[0]) + Plain(type.Name[..type.Name.IndexOf('`')]);
        return Plain(type.Name);
    }

    private static string Plain(string name) =>
        name.EndsWith(Response, StringComparison.Ordinal) ? name[..^Response.Length] : name;
}
