namespace MisterAssist.Application.Shared;

/// <summary>The store could not be written in time, because others were writing; nothing was changed, and it can be tried again.</summary>
public sealed class BusyException(Exception inner) : Exception("The store is busy.", inner);
