namespace MisterAssist.Application.Shared;

/// <summary>The store failed when what was done may have been there to stay already: nobody knows before they look.</summary>
public sealed class OutcomeUnknownException(Exception inner) : StoreException("It is not known whether it was done.", inner);
