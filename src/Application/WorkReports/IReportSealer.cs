using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Application.WorkReports;

/// <summary>Makes of a work report the text that is kept, and its hash.</summary>
public interface IReportSealer
{
    SealedReport Seal(ReportContent content);

    /// <summary>The SHA-256 of a text that was kept, in 64 lower-case hexadecimal digits.</summary>
    string HashOf(string text);
}
