using MisterAssist.Domain.Shared;

namespace MisterAssist.Domain.ApiKeys;

/// <summary>On whose side the holder of an API key is.</summary>
public enum KeyKind
{
    /// <summary>The company: a person's tool, or a front end of its own.</summary>
    Staff,

    /// <summary>A partner's system, acting for customers.</summary>
    Partner,

    /// <summary>A customer: such a key always says which ones it may see.</summary>
    Customer,
}

public static class KeyKinds
{
    /// <summary>Everybody's, in the order in which they are told.</summary>
    private static readonly Scope[] ForAnybody =
        [
            Scope.TicketsRead, Scope.TicketsWrite, Scope.CustomersRead, Scope.ContractsRead, Scope.WorkRead, Scope.WorkWrite, Scope.InvoicesRead,
            Scope.EventsRead,
        ];

    /// <summary>The scopes that a key of the kind may have: what decides for the company is for staff alone.</summary>
    public static IReadOnlyList<Scope> ScopesOf(KeyKind kind) => kind == KeyKind.Staff ? Enum.GetValues<Scope>() : ForAnybody;

    /// <summary>What the holder is when something was done with the key.</summary>
    public static ActorKind ToActorKind(this KeyKind kind) => kind switch
    {
        KeyKind.Staff => ActorKind.Staff,
        KeyKind.Partner => ActorKind.Partner,
        _ => ActorKind.Customer,
    };
}
