using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MisterAssist.Domain.Billing;
using MisterAssist.Domain.Contracts;
using MisterAssist.Domain.Customers;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Invoices;
using MisterAssist.Domain.Parts;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Domain.Technicians;
using MisterAssist.Domain.Tickets;
using MisterAssist.Domain.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Shared;

/// <summary>Records of the domain that are kept as a whole, as JSON: what is written once has to be read for ever, as tests with kept texts make sure.</summary>
internal static class DomainJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            new Text<Instant>(DbText.From, DbText.ToInstant),
            new Text<CustomerId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<SiteId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<TicketId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<InterventionId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<TechnicianId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<PartId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<ContractId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<WorkReportId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<ChargeId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<InvoiceId>(id => DbText.From(id.Value), text => new(DbText.ToId(text))),
            new Text<InvoiceNumber>(number => number.ToString(), InvoiceNumber.Parse),
            new Text<LocalDate>(DbText.From, DbText.ToDate),
            new Text<YearMonth>(DbText.From, DbText.ToMonth),
            new Text<PlanCode>(plan => plan.Value, text => new(text)),
            new Text<TicketNumber>(number => number.ToString(), TicketNumber.Parse),
            new Text<ReportNumber>(number => number.ToString(), ReportNumber.Parse),
            new Number<Duration>(duration => (long)duration.ToInt128Nanoseconds(), Duration.FromNanoseconds),
            new Number<Money>(money => money.Cents, cents => new(cents)),
            new Addresses(),
            new Taxations(),
        },
    };

    public static string ToText<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static string? ToTextOrNull<T>(T? value)
        where T : class => value is null ? null : ToText(value);

    public static T FromText<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static T? FromTextOrNull<T>(string? json)
        where T : class => json is null ? null : FromText<T>(json);

    private sealed class Text<T>(Func<T, string> format, Func<string, T> parse) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
    }

    private sealed class Number<T>(Func<T, long> format, Func<long, T> parse) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(format(value));
    }

    private sealed class Taxations : JsonConverter<Taxation>
    {
        public override Taxation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var kept = JsonSerializer.Deserialize<Kept>(ref reader, options)!;
            return Taxation.FromState(kept.SplitPayment, kept.Nature is null ? null : VatExemption.FromState(kept.Nature, kept.Reference!));
        }

        public override void Write(Utf8JsonWriter writer, Taxation value, JsonSerializerOptions options) => JsonSerializer.Serialize(
            writer, new Kept(value.SplitPayment, value.Exemption?.Nature, value.Exemption?.Reference), options);

        private sealed record Kept(bool SplitPayment, string? Nature, string? Reference);
    }

    private sealed class Addresses : JsonConverter<PostalAddress>
    {
        public override PostalAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var kept = JsonSerializer.Deserialize<Address>(ref reader, options)!;
            return PostalAddress.FromState(kept.Street, kept.PostalCode, kept.City, kept.Province, kept.Country);
        }

        public override void Write(Utf8JsonWriter writer, PostalAddress value, JsonSerializerOptions options) => JsonSerializer.Serialize(
            writer, new Address(value.Street, value.PostalCode, value.City, value.Province, value.Country.Value), options);

        private sealed record Address(string Street, string PostalCode, string City, string? Province, string Country);
    }
}
