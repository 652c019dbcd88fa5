namespace MisterAssist.Application.Shared;

/// <summary>The store failed, and not what was asked of it: the same may go well another time.</summary>
public abstract class StoreException(string message, Exception inner) : Exception(message, inner);
