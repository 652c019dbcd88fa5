using System.Text.Json;
using System.Text.Json.Serialization;
using MisterAssist.Domain.Sla;
using MisterAssist.Domain.Sla.Plans;
using MisterAssist.Infrastructure.Shared;
using NodaTime;

namespace MisterAssist.Infrastructure.Sla.Plans;

/// <summary>The terms of a plan version as they are kept: JSON of plain values, durations in whole seconds.</summary>
internal sealed record PlanTermsDocument(
    string TimeZone,
    IReadOnlyList<PlanTermsDocument.Window> Windows,
    string? Calendar,
    IReadOnlyList<string> Holidays,
    long? ResponseSeconds,
    long ConfirmationSeconds,
    long? PresenceSeconds,
    IReadOnlyList<Channel> Channels,
    IReadOnlyList<Service> IncludedServices,
    IReadOnlyList<Service> ExcludedServices,
    IReadOnlyList<int> WarningThresholds,
    PlanTermsDocument.WorkDocument? Work)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(PlanTerms terms) => JsonSerializer.Serialize(From(terms), Json);

    public static PlanTerms Read(string json) => JsonSerializer.Deserialize<PlanTermsDocument>(json, Json)!.ToTerms();

    private static PlanTermsDocument From(PlanTerms terms) => new(
        terms.Coverage.Zone.Id,
        [.. terms.Coverage.Windows.Select(w => new Window(w.Day, w.From.ToString(), w.To.ToString()))],
        terms.Coverage.Holidays.Code,
        [.. terms.Coverage.Holidays.SingleDates.Select(DbText.From)],
        Seconds(terms.Targets.Response),
        (long)terms.Targets.Confirmation.TotalSeconds,
        Seconds(terms.Targets.Presence),
        terms.Channels,
        terms.IncludedServices,
        terms.ExcludedServices,
        terms.WarningThresholds,
        WorkDocument.Of(terms.Work));

    private static long? Seconds(Duration? duration) => (long?)duration?.TotalSeconds;

    private static Duration? ToDuration(long? seconds) => seconds is { } count ? Duration.FromSeconds(count) : null;

    private static WallTime ToTime(string text) =>
        WallTime.TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is not a time of day");

    private PlanTerms ToTerms() => PlanTerms.Create(
        CoverageSchedule.Create(
            DateTimeZoneProviders.Tzdb[TimeZone],
            Windows.Select(w => CoverageWindow.Create(w.Day, ToTime(w.Opens), ToTime(w.Closes))),
            (HolidayCalendar.Find(Calendar ?? "") ?? HolidayCalendar.None).With(Holidays.Select(DbText.ToDate))),
        PromiseTargets.Create(
            ToDuration(ResponseSeconds), Duration.FromSeconds(ConfirmationSeconds), ToDuration(PresenceSeconds)),
        Channels,
        IncludedServices,
        ExcludedServices,
        WarningThresholds,
        Work?.ToTerms());

    /// <remarks>Versions that were published before there were interventions have none: the usual terms count.</remarks>
    internal sealed record WorkDocument(
        int LatePercent, long LateStepSeconds, int ContestDays, long SmallPartCents, bool CallOutIncluded, bool ChargesWastedCallOut)
    {
        public static WorkDocument Of(WorkTerms work) => new(
            work.LatePercent, (long)work.LateStep.TotalSeconds, work.ContestDays, work.SmallPartLimit.Cents, work.CallOutIncluded,
            work.ChargesWastedCallOut);

        public WorkTerms ToTerms() => WorkTerms.Create(
            LatePercent, Duration.FromSeconds(LateStepSeconds), ContestDays, new(SmallPartCents), CallOutIncluded, ChargesWastedCallOut);
    }

    internal sealed record Window(IsoDayOfWeek Day, string Opens, string Closes);
}
