using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MisterAssist.Architecture.Tests;

/// <summary>The compiled layers and the types that were written in them.</summary>
internal static class Layers
{
    public const string Domain = "Domain";
    public const string Application = "Application";
    public const string Infrastructure = "Infrastructure";
    public const string Api = "Api";

    public static readonly string[] All = [Domain, Application, Infrastructure, Api];

    public static Assembly Assembly(string layer) => System.Reflection.Assembly.Load($"MisterAssist.{layer}");

    /// <summary>Without what the compiler and its generators add, and without the entry point, which the compiler names and shapes.</summary>
    public static IReadOnlyList<Type> TypesOf(string layer) =>
        [.. Assembly(layer).GetTypes().Where(type => !IsGenerated(type) && type != Assembly(layer).EntryPoint?.DeclaringType)];

    public static bool IsInternal(this Type type) => !type.IsVisible;

    public static bool IsStatic(this Type type) => type.IsAbstract && type.IsSealed;

    public static bool IsRecord(this Type type) => type.GetMethod("<Clone>$") is not null || type.GetMethod(
        "PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    public static bool Implements(this Type type, Type openInterface) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface);

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.Namespace?.StartsWith("MisterAssist.", StringComparison.Ordinal) != true
        || type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.IsDefined(typeof(GeneratedCodeAttribute))
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
