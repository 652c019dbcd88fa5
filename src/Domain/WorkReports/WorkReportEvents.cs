namespace MisterAssist.Domain.WorkReports;

/// <summary>The types of what happens to work reports; on the timeline of their ticket.</summary>
public static class WorkReportEvents
{
    public const string Drafted = "work_report.drafted";
    public const string Issued = "work_report.issued";
    public const string Voided = "work_report.voided";
    public const string Acknowledged = "work_report.acknowledged";
}
