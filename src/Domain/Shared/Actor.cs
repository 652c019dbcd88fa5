namespace MisterAssist.Domain.Shared;

/// <summary>Who did something: what starts and stops a promise is who acted, never by which channel.</summary>
/// <param name="Kind">On whose side they are.</param>
/// <param name="Name">As timelines show it.</param>
/// <param name="KeyId">The API key that they used; null for the system itself.</param>
public sealed record Actor(ActorKind Kind, string Name, Guid? KeyId)
{
    /// <summary>MisterAssist, when nobody asked.</summary>
    public static Actor System { get; } = new(ActorKind.System, "MisterAssist", null);
}

/// <summary>On whose side somebody is.</summary>
public enum ActorKind
{
    /// <summary>A person of the company.</summary>
    Staff,

    /// <summary>A partner's system, acting for customers.</summary>
    Partner,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>MisterAssist itself: never a person.</summary>
    System,
}
