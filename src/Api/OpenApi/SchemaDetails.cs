using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using MisterAssist.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MisterAssist.Api.OpenApi;

/// <summary>The bounds of the whole numbers in a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemRangeAttribute(int minimum, int maximum) : Attribute
{
    public string Minimum => minimum.ToString(CultureInfo.InvariantCulture);

    public string Maximum => maximum.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The bounds of the strings in a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemLengthAttribute(int maximum) : Attribute
{
    public int Maximum => maximum;
}

/// <summary>Says of each object whether it takes other properties, and of each property whether it may be missing or null.</summary>
internal sealed class SchemaDetails : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Type: JsonSchemaType.Object } details || MergePatch.PatchedBy(context.Type) is not null)
            return;

        // Answers may grow; requests with more than is known are refused.
        details.AdditionalPropertiesAllowed = !context.Type.Name.EndsWith("Request", StringComparison.Ordinal);
        foreach (var (name, property) in details.Properties?.ToArray() ?? [])
        {
            if (PropertyOf(context.Type, name).GetCustomAttribute<ItemRangeAttribute>() is { } range && property.Items is OpenApiSchema items)
                (items.Minimum, items.Maximum) = (range.Minimum, range.Maximum);
            if (PropertyOf(context.Type, name).GetCustomAttribute<ItemLengthAttribute>() is { } length && property.Items is OpenApiSchema texts)
                texts.MaxLength = length.Maximum;
            if (property is not OpenApiSchema { Type: { } type } inner || !type.HasFlag(JsonSchemaType.Null))
                continue;

            // Absent and null mean the same, in answers as in requests.
            details.Required?.Remove(name);
            // OpenAPI 3.0 takes `nullable` only beside a type, and a reference alone has none.
            if (type == JsonSchemaType.Null)
                inner.Type = JsonSchemaType.Null | (IsEnum(context.Type, name) ? JsonSchemaType.String : JsonSchemaType.Object);
        }
    }

    private static PropertyInfo PropertyOf(Type type, string name) =>
        type.GetProperties().Single(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name);

    private static bool IsEnum(Type type, string name)
    {
        var property = PropertyOf(type, name).PropertyType;
        return (Nullable.GetUnderlyingType(property) ?? property).IsEnum;
    }
}
