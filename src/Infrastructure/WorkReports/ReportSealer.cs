using System.Security.Cryptography;
using System.Text;
using MisterAssist.Application.WorkReports;
using MisterAssist.Domain.WorkReports;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Infrastructure.WorkReports;

internal sealed class ReportSealer : IReportSealer
{
    public SealedReport Seal(ReportContent content)
    {
        var text = DomainJson.ToText(content);
        return new(content, text, HashOf(text));
    }

    public string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
