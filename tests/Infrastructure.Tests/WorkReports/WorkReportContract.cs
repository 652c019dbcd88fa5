using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.ApiKeys;
using MisterAssist.Domain.Interventions;
using MisterAssist.Domain.Shared;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;
using MisterAssist.Infrastructure.Tests.Interventions;
using MisterAssist.TestKit.Interventions;
using MisterAssist.TestKit.WorkReports;
using NodaTime;

namespace MisterAssist.Infrastructure.Tests.WorkReports;

/// <summary>A database with two customers, and work reports on what was done for them.</summary>
public abstract class WorkReportContract : InterventionContract
{
    protected static readonly Deed Now = InterventionSamples.On("2026-11-20 19:30");

    private int _drafted;

    [SetUp]
    public void BeginToCount() => _drafted = 0;

    protected async Task<WorkReport> IssuedAsync(Intervention? intervention = null, int count = 1, ReportLine[]? lines = null) =>
        await IssueAsync((await DraftedAsync(intervention)).Id, count, lines);

    protected Task<WorkReport?> FindAsync(WorkReportId id, CustomerReach? reach = null, bool withDrafts = true) =>
        Database.UseAsync<IWorkReportStore, WorkReport?>(reports => reports.FindAsync(id, reach ?? CustomerReach.All, withDrafts, None));

    protected static SealedReport Sealed(int count, ReportLine[]? lines = null)
    {
        var content = ReportContentSamples.Content(lines, [ReportContentSamples.LateNormal()]) with { Number = new ReportNumber(2026, count) };
        return new(content, DomainJson.ToText(content), new string('a', 64));
    }

    protected static InterventionState Of(WorkReport report)
    {
        var of = report.ToState();
        return WorkSamples.Intervention([], InterventionMode.OnSite, InterventionOutcome.Solved, [], []) with
        {
            Id = of.InterventionId,
            TicketId = of.TicketId,
            CustomerId = of.CustomerId,
        };
    }

    protected async Task<WorkReport> DraftedAsync(Intervention? intervention = null)
    {
        var of = intervention ?? await CreatedAsync();
        _drafted++;
        return await AddAsync(WorkReport.Draft(of.ToState(), null, Now with { At = Now.At - Duration.FromHours(1) + Duration.FromSeconds(_drafted) }));
    }

    protected Task<WorkReport> IssueAsync(WorkReportId id, int count, ReportLine[]? lines = null) => ChangeAsync(id, r => r.Issue(Sealed(count, lines), Now));

    protected async Task<WorkReport> AddAsync(WorkReport report)
    {
        await Database.UseAsync<IWorkReportStore>(reports => reports.AddAsync(report, None));
        return report;
    }

    protected async Task<WorkReport> ChangeAsync(WorkReportId id, Action<WorkReport> change)
    {
        var report = (await FindAsync(id))!;
        change(report);
        await SaveAsync(report);
        return report;
    }

    protected Task SaveAsync(WorkReport report) => Database.UseAsync<IWorkReportStore>(reports => reports.SaveAsync(report, None));
}
