namespace MisterAssist.Application.Shared;

/// <summary>The clock that nobody can move, not even in a sandbox: for what is no part of the play there.</summary>
public static class WorldClock
{
    /// <summary>Under which it is registered.</summary>
    public const string Key = "world";
}
