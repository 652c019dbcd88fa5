using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MisterAssist.Application.Shared;
using MisterAssist.Infrastructure.Shared;

namespace MisterAssist.Api.Tests.Shared;

/// <summary>Where the connection to the database breaks.</summary>
internal enum Break
{
    /// <summary>When it is opened.</summary>
    Opening,

    /// <summary>At a question, before it is answered.</summary>
    Question,

    /// <summary>In the midst of a transaction, after something was written.</summary>
    Write,

    /// <summary>Another transaction is preferred, in the midst of this one.</summary>
    Collision,

    /// <summary>At the commit, which did not get there.</summary>
    Commit,

    /// <summary>At the commit, which got there: only the answer did not get here.</summary>
    AnswerToCommit,
}

/// <summary>The engine of the application, which lets transactions fail as a server does where a test says so.</summary>
internal sealed class FailingEngine(DbEngine inner) : DbEngine
{
    private readonly Lock _lock = new();
    private readonly HashSet<DbConnection> _struck = [];

    private Break _where;
    private string _statement = "";
    private int _left;

    public override string Name => inner.Name;

    public override string TelemetryName => inner.TelemetryName;

    public override string CreateJournal => inner.CreateJournal;

    public override string CountJournals => inner.CountJournals;

    /// <summary>How often the statement was run in question since it was said.</summary>
    public int Runs { get; private set; }

    /// <summary>How often a connection was opened since then.</summary>
    public int Openings { get; private set; }

    /// <summary>Done once, when the first connection that failed was given up and nothing of its transaction is left.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Puts one in the place of the engine that the application has.</summary>
    public static void In(IServiceCollection services)
    {
        var there = services.Single(service => service.ServiceType == typeof(DbEngine));
        services.Replace(ServiceDescriptor.Singleton<DbEngine>(new FailingEngine((DbEngine)there.ImplementationInstance!)));
    }

    /// <summary>From now on transactions fail.</summary>
    /// <param name="where">In what way.</param>
    /// <param name="statement">Those alone in which a statement has these words.</param>
    /// <param name="times">How many of them.</param>
    public void Fail(Break where, string statement = "", int times = int.MaxValue)
    {
        lock (_lock)
        {
            (_where, _statement, _left) = (where, statement, times);
            (Runs, Openings) = (0, 0);
        }
    }

    public void Mend() => _left = 0;

    public override Task<DbConnection> OpenAsync(CancellationToken ct) => OpenAsync(() => inner.OpenAsync(ct));

    public override Task<DbConnection> OpenExistingAsync(CancellationToken ct) => OpenAsync(() => inner.OpenExistingAsync(ct));

    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken ct) => inner.BeginAsync(connection, ct);

    public override Task<DbTransaction> BeginToReadAsync(DbConnection connection, CancellationToken ct) => inner.BeginToReadAsync(connection, ct);

    public override async Task CommitAsync(DbTransaction transaction)
    {
        var isStruck = _struck.Contains(transaction.Connection!) && IsDue(_where is Break.Commit or Break.AnswerToCommit);
        if (!isStruck || _where == Break.AnswerToCommit)
            await inner.CommitAsync(transaction);
        if (isStruck)
            throw new OutcomeUnknownException(Lost);
    }

    public override async Task<int> ExecuteAsync(DbConnection connection, CommandDefinition command)
    {
        var count = await inner.ExecuteAsync(connection, command);
        if (IsMeant(command) && _where != Break.Question)
        {
            Runs++;
            _struck.Add(connection);
            if (IsDue(_where == Break.Write))
                throw new UnavailableException(Lost);
            if (IsDue(_where == Break.Collision))
                throw new BusyException(Lost);
        }

        return count;
    }

    public override Task<IReadOnlyList<TRow>> QueryAsync<TRow>(DbConnection connection, CommandDefinition command)
    {
        if (IsMeant(command) && _where == Break.Question)
        {
            Runs++;
            if (IsDue(true))
                throw new UnavailableException(Lost);
        }

        return inner.QueryAsync<TRow>(connection, command);
    }

    public override async ValueTask LeaveAsync(DbConnection connection)
    {
        await inner.LeaveAsync(connection);
        if (!_struck.Remove(connection) || Meanwhile is not { } deed)
            return;

        Meanwhile = null;
        await deed();
    }

    public override Task PrepareAsync(ILogger logger, CancellationToken ct) => inner.PrepareAsync(logger, ct);

    public override string ScriptOf(IEnumerable<Migration> migrations) => inner.ScriptOf(migrations);

    public override IEnumerable<string> BatchesOf(string script) => inner.BatchesOf(script);

    public override CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken ct) =>
        inner.Command(sql, parameters, transaction, ct);

    private static ServerException Lost => new(10054, "The line is dead.");

    private async Task<DbConnection> OpenAsync(Func<Task<DbConnection>> open)
    {
        Openings++;
        return IsDue(_where == Break.Opening) ? throw new UnavailableException(Lost) : await open();
    }

    private bool IsMeant(CommandDefinition command) => command.CommandText.Contains(_statement, StringComparison.Ordinal);

    private bool IsDue(bool isHere)
    {
        lock (_lock)
            return isHere && _left > 0 && _left-- > 0;
    }
}
