namespace MisterAssist.Application.Shared;

/// <summary>The store could not be used in time, because others were using it; nothing was changed, and it can be tried again.</summary>
public sealed class BusyException(Exception inner) : StoreException("The store is busy.", inner);
