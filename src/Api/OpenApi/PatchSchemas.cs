using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using MisterAssist.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MisterAssist.Api.OpenApi;

/// <summary>A patch has the fields of what it changes, at every depth; it needs none of them, and null clears those that a whole may lack.</summary>
internal sealed class PatchSchemas : ISchemaFilter
{
    private const string Description = " A patch (RFC 7396): what is given replaces, null clears, what is absent stays as it is.";

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema patch || MergePatch.PatchedBy(context.Type) is not { } patched)
            return;

        // In a repository of its own: the whole is not part of the document only because its patch is.
        var apart = new SchemaRepository(context.SchemaRepository.DocumentName);
        context.SchemaGenerator.GenerateSchema(patched, apart);
        var whole = (OpenApiSchema)apart.Schemas[SchemaNames.Of(patched)];

        patch.Type = JsonSchemaType.Object;
        patch.Description = whole.Description + Description;
        patch.AdditionalPropertiesAllowed = false;
        patch.Required = null;
        patch.Properties = whole.Properties?.ToDictionary(p => p.Key, p => Own(p.Value, PropertyOf(patched, p.Key).PropertyType, context));
    }

    private static IOpenApiSchema Own(IOpenApiSchema property, Type type, SchemaFilterContext context)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var isObject = property is OpenApiSchema { AllOf.Count: 1 } && !type.IsEnum;
        var target = context.SchemaGenerator.GenerateSchema(
            isObject ? typeof(MergePatch<>).MakeGenericType(type) : type, context.SchemaRepository);
        if (property is OpenApiSchema { AllOf.Count: 1 } wrapped)
            wrapped.AllOf = [target];
        return property;
    }

    private static PropertyInfo PropertyOf(Type type, string name) =>
        type.GetProperties().Single(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);
}
