using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MisterAssist.Api.OpenApi;

/// <summary>Says of each object whether it takes other properties, and of each property whether it may be missing or null.</summary>
internal sealed class SchemaDetails : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Type: JsonSchemaType.Object } details)
            return;

        // Answers may grow; requests with more than is known are refused.
        details.AdditionalPropertiesAllowed = !context.Type.Name.EndsWith("Request", StringComparison.Ordinal);
        foreach (var (name, property) in details.Properties?.ToArray() ?? [])
        {
            if (property is not OpenApiSchema { Type: { } type } inner || !type.HasFlag(JsonSchemaType.Null))
                continue;

            // Absent and null mean the same, in answers as in requests.
            details.Required?.Remove(name);
            // OpenAPI 3.0 takes `nullable` only beside a type, and a reference alone has none.
            if (type == JsonSchemaType.Null)
                inner.Type = JsonSchemaType.Null | (IsEnum(context.Type, name) ? JsonSchemaType.String : JsonSchemaType.Object);
        }
    }

    private static bool IsEnum(Type type, string name)
    {
        var property = type.GetProperties().Single(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);
        return (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum;
    }
}
