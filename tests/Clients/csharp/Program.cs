using MisterAssist.GeneratedClient;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new MisterAssistClient(http);

var deadline = await client.CalculateDeadlineAsync(new()
{
    Plan = "silver",
    StartAt = new DateTimeOffset(2026, 11, 20, 19, 30, 0, TimeSpan.FromHours(1)),
    WorkingTime = "PT4H",
});
var counted = deadline.Ledger?.Count(segment => segment.Kind == SegmentKind.Counted);

var holidays = await client.ListHolidaysAsync(2026, 100, null);

var refusal = "";
try
{
    await client.GetPlanAsync("platinum", null, null);
}
catch (ApiException<Problem> problem)
{
    refusal = problem.Result.Code;
}

var anonymous = "";
try
{
    await client.ListApiKeysAsync(100, null);
}
catch (ApiException<Problem> problem)
{
    anonymous = problem.Result.Code;
}

http.DefaultRequestHeaders.Add("X-Api-Key", Environment.GetEnvironmentVariable("API_KEY"));
var closures = await client.ListClosuresAsync(100, null);

var good = deadline.DueAt == new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.Zero)
    && counted == 2
    && holidays.Data.Count == 13
    && refusal == "plan_not_found"
    && anonymous == "unauthenticated"
    && closures.Data.Count == 0;
if (!good)
    await Console.Error.WriteLineAsync($"due {deadline.DueAt:O}, {counted} counted, {holidays.Data.Count} holidays, refusals '{refusal}' and '{anonymous}'");
return good ? 0 : 1;
