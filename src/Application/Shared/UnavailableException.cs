namespace MisterAssist.Application.Shared;

/// <summary>The store does not answer; nothing was changed, and it can be tried again later.</summary>
public sealed class UnavailableException(Exception inner) : StoreException("The store does not answer.", inner);
