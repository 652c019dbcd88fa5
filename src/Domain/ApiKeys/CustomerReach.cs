using MisterAssist.Domain.Customers;

namespace MisterAssist.Domain.ApiKeys;

/// <summary>The customers that somebody may see. Whatever belongs to others does not exist for them.</summary>
public sealed record CustomerReach
{
    /// <summary>The most customers that a key can be restricted to; who needs more sees all.</summary>
    public const int MaxCustomers = 100;

    private CustomerReach(IReadOnlyList<CustomerId>? only) => Only = only;

    public static CustomerReach All { get; } = new((IReadOnlyList<CustomerId>?)null);

    /// <summary>Null where all may be seen.</summary>
    public IReadOnlyList<CustomerId>? Only { get; }

    public static CustomerReach Of(IEnumerable<CustomerId> customers) => new([.. customers]);

    public bool Covers(CustomerId customer) => Only is null || Only.Contains(customer);
}
