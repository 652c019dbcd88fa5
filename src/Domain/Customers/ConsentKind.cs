namespace MisterAssist.Domain.Customers;

/// <summary>What somebody can consent to.</summary>
public enum ConsentKind
{
    /// <summary>That their data are used as the privacy policy says.</summary>
    PrivacyPolicy,

    /// <summary>That their data are exported at their request.</summary>
    DataExport,

    /// <summary>That a partner sees what concerns them.</summary>
    PartnerAccess,

    /// <summary>That they are told of offers.</summary>
    Marketing,
}
