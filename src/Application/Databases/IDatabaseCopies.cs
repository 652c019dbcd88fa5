using MisterAssist.Application.Shared;

namespace MisterAssist.Application.Databases;

/// <summary>Copies of a whole database, on the same engine or another.</summary>
public interface IDatabaseCopies
{
    /// <summary>Copies all rows into a database that has none, in one transaction, and compares what arrived: it is kept where all is the same.</summary>
    /// <param name="from">What is copied; nobody writes to it meanwhile. The database of the settings where it is null.</param>
    /// <param name="to">Where to; it gets the present schema first. The database of the settings where it is null.</param>
    /// <param name="ct">Ends it; nothing is kept then.</param>
    /// <exception cref="SettingsException">One of them is not named as a database is.</exception>
    /// <exception cref="CopyRefusedException">It cannot be done; nothing was copied.</exception>
    /// <exception cref="BusyException">Somebody writes to one of them.</exception>
    Task<IReadOnlyList<CopiedTable>> CopyAsync(string? from, string? to, CancellationToken ct);
}
