using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using MisterAssist.Api.ApiKeys;
using MisterAssist.Api.Events;
using MisterAssist.Api.Json;
using MisterAssist.Api.Shared;
using MisterAssist.Api.Tickets;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using NodaTime;

namespace MisterAssist.Api.OpenApi;

/// <summary>The OpenAPI document, made from the code: the same as <c>openapi.yaml</c> at the root of the repository.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    private const string Description =
        """
        MisterAssist keeps the promises of an IT-assistance company: it computes them in working time, watches them, proves them.

        Instants are RFC 3339 and answered in UTC, with a `…Local` beside them where people read them; durations are ISO 8601 in hours,
        minutes and seconds of working time. A property that is optional may be absent or null, alike. Unknown properties and parameters
        are refused. Enumerations may get new values: tolerate them in answers.

        Operations with a `security` need an API key in the header `X-Api-Key`, and most of them one with the scope told as
        `x-required-scope`; the scope `admin` stands for all. What belongs to customers that a key may not see is not found.

        Whatever goes wrong is told as a problem (RFC 9457) with a stable `code`; the titles are in Italian or English by `Accept-Language`.
        """;

    public static void AddApiDocument(this IServiceCollection services)
    {
        // The document does not change while the process runs, and costs a hundred times what an answer does.
        services.AddOutputCache(options => options.AddBasePolicy(policy => policy
            .With(context => IsMeantBy(context.HttpContext))
            .SetVaryByQuery([])
            .Expire(TimeSpan.FromDays(1))));
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Name, new()
            {
                Title = "MisterAssist",
                Version = "1.0.0",
                Description = Description,
                Contact = new() { Name = "MisterAssist" },
                License = new() { Name = "All rights reserved" },
            });
            options.AddServer(new() { Url = "/", Description = "Where this document was read" });
            options.IncludeXmlComments(Assembly.GetExecutingAssembly());
            options.IncludeXmlComments(typeof(SegmentKind).Assembly);
            options.SupportNonNullableReferenceTypes();
            options.UseAllOfToExtendReferenceSchemas();
            options.CustomSchemaIds(SchemaNames.Of);
            options.MapType<Instant>(() => Text("date-time", 40));
            options.MapType<OffsetDateTime>(() => Text("date-time", 40));
            options.MapType<LocalDate>(() => Text("date", 10));
            options.MapType<YearMonth>(() => Text(null, MonthParameter.Length, MonthParameter.Pattern));
            options.MapType<Duration>(() => Text(null, IsoDuration.MaxLength, IsoDuration.Pattern));
            options.MapType<WallTime>(() => Text(null, 5, "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"));
            options.MapType<Money>(() => Text(null, Money.MaxLength, Money.Pattern));
            options.MapType<Stream>(() => Text("binary", int.MaxValue));
            options.MapType<InstantParameter>(() => Text("date-time", 40));
            options.MapType<DurationParameter>(() => Text(null, IsoDuration.MaxLength, IsoDuration.Pattern));
            options.MapType<MonthParameter>(() => Text(null, MonthParameter.Length, MonthParameter.Pattern));
            options.MapType<DateParameter>(() => Text("date", 10));
            options.MapType<PlanParameter>(() => Text(null, PlanCode.MaxLength));
            options.MapType<EventTypeParameter>(() => Text(null, EventTypeParameter.MaxLength, EventTypeParameter.Pattern));
            foreach (var kind in Assembly.GetExecutingAssembly().GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IResourceKind))))
                options.MapType(typeof(WireId<>).MakeGenericType(kind), () => Id(PrefixOf(kind)));
            options.MapType<TicketSort>(() => OneOf(TicketSort.Names));
            foreach (var words in Enumerations())
                options.MapType(typeof(EnumParameter<>).MakeGenericType(words), () => new OpenApiSchema { Type = JsonSchemaType.String });
            options.AddSecurityDefinition(OperationAccess.SchemeName, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = ApiKeyAuthentication.Header,
                Description = "The secret of an API key. An administrator makes keys, over HTTP or on the command line.",
            });
            options.OperationFilter<OperationDetails>();
            options.OperationFilter<OperationAccess>();
            options.SchemaFilter<SchemaDetails>();
            options.SchemaFilter<PatchSchemas>();
            options.DocumentFilter<SharedParts>();
        });
    }

    public static void UseApiDocument(this WebApplication app)
    {
        app.UseWhen(IsMeantBy, documentation =>
        {
            documentation.UseOutputCache();
            documentation.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0);
            documentation.UseSwaggerUI(options =>
            {
                options.SwaggerEndpoint($"/swagger/{Name}/swagger.yaml", "MisterAssist v1");
                options.DocumentTitle = "MisterAssist";
            });
        });
    }

    private static bool IsMeantBy(HttpContext context) => context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase);

    /// <summary>What <see cref="OperationDetails"/> puts for parameters that take their words.</summary>
    private static IEnumerable<Type> Enumerations() =>
        new[] { Assembly.GetExecutingAssembly(), typeof(SegmentKind).Assembly }.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum);

    private static OpenApiSchema OneOf(IEnumerable<string> words) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. words.Select(word => JsonValue.Create(word))],
    };

    private static string PrefixOf(Type kind) => (string)kind.GetProperty(nameof(IResourceKind.Prefix))!.GetValue(null)!;

    private static OpenApiSchema Id(string prefix) =>
        Text(null, prefix.Length + CrockfordBase32.Length, $"^{prefix}[0-7][0-9a-hjkmnp-tv-z]{{25}}$");

    private static OpenApiSchema Text(string? format, int maxLength, string? pattern = null) => new()
    {
        Type = JsonSchemaType.String,
        Format = format,
        MaxLength = maxLength,
        Pattern = pattern,
    };
}
