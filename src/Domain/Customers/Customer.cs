using MisterAssist.Domain.Events;
using NodaTime;

namespace MisterAssist.Domain.Customers;

/// <summary>Whoever the company works for.</summary>
public sealed class Customer
{
    private Customer(CustomerId id, CustomerDetails details, Instant createdAt, long version) =>
        (Id, Details, CreatedAt, Version) = (id, details, createdAt, version);

    public CustomerId Id { get; }

    public CustomerDetails Details { get; private set; }

    public Instant CreatedAt { get; }

    /// <summary>From 1, one more with each change.</summary>
    public long Version { get; private set; }

    public static Customer Register(CustomerDetails details, Instant at) => new(CustomerId.New(at), details, at, 1);

    /// <summary>For persistence only.</summary>
    public static Customer FromState(CustomerId id, CustomerDetails details, Instant createdAt, long version) =>
        new(id, details, createdAt, version);

    /// <summary>Takes other details, and gives what differs; nothing where they are the same, and then it is no change.</summary>
    public IReadOnlyList<Change> Change(CustomerDetails details)
    {
        var changes = details.DifferencesFrom(Details);
        if (changes.Count > 0)
            (Details, Version) = (details, Version + 1);
        return changes;
    }
}
