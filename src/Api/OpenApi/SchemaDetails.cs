using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace MisterAssist.Api.OpenApi;

/// <summary>Says of each object that it takes no other properties, and of each enumeration how it is written.</summary>
internal sealed class SchemaDetails : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema details)
            return;

        // Answers may grow; requests with more than is known are refused.
        if (details.Type == JsonSchemaType.Object && context.Type.Name.EndsWith("Request", StringComparison.Ordinal))
            details.AdditionalPropertiesAllowed = false;
        else if (details.Type == JsonSchemaType.Object)
            details.AdditionalPropertiesAllowed = true;
    }
}
