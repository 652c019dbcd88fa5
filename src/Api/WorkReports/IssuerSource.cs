using MisterAssist.Domain.WorkReports;

namespace MisterAssist.Api.WorkReports;

/// <summary>Reads <c>Company:…</c>: whose documents these are. What is blank is not said.</summary>
internal static class IssuerSource
{
    private const string UsualName = "MisterAssist";

    public static Issuer From(IConfiguration configuration)
    {
        var company = configuration.GetSection("Company");
        return new(
            Said("Name") ?? UsualName,
            [.. (company.GetSection("Address").Get<string[]>() ?? []).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim())],
            Said("VatNumber"), Said("Email"), Said("Phone"), Said("Website"));

        string? Said(string name) => string.IsNullOrWhiteSpace(company[name]) ? null : company[name]!.Trim();
    }
}
