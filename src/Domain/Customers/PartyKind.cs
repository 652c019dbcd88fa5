namespace MisterAssist.Domain.Customers;

/// <summary>What a customer is to the law.</summary>
public enum PartyKind
{
    /// <summary>A firm, an association, a public body: whoever trades or acts under a name of its own.</summary>
    Company,

    /// <summary>A person, for themselves.</summary>
    Private,
}
