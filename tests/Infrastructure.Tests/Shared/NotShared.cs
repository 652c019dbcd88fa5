using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MisterAssist.Infrastructure.Tests.Shared;

/// <summary>What SQL Server takes and servers that speak its language may not, or in another way; there is always another word for it.</summary>
internal sealed class NotShared : TSqlFragmentVisitor
{
    private static readonly TableHintKind[] HintsOfClaims = [TableHintKind.UpdLock, TableHintKind.ReadPast, TableHintKind.Rowlock];

    private readonly List<string> _found = [];
    private readonly HashSet<string> _expressions = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Found => _found;

    public override void Visit(MergeStatement node) => _found.Add("MERGE");

    public override void Visit(WaitForStatement node) => _found.Add("WAITFOR");

    public override void Visit(CreateOrAlterViewStatement node) => _found.Add("CREATE OR ALTER");

    public override void Visit(CreateOrAlterProcedureStatement node) => _found.Add("CREATE OR ALTER");

    public override void Visit(CreateOrAlterFunctionStatement node) => _found.Add("CREATE OR ALTER");

    public override void Visit(CreateOrAlterTriggerStatement node) => _found.Add("CREATE OR ALTER");

    /// <remarks>Of a table or of a column.</remarks>
    public override void Visit(IndexDefinition node) => _found.Add("An index within a table");

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (node.Definition.ColumnDefinitions.Count + node.Definition.TableConstraints.Count > 1)
            _found.Add("ALTER TABLE that adds several things");
    }

    public override void Visit(CommonTableExpression node) => _expressions.Add(node.ExpressionName.Value);

    /// <remarks>What changes something comes after the expressions that stand before it.</remarks>
    public override void Visit(UpdateDeleteSpecificationBase node)
    {
        if (node.Target is NamedTableReference target && _expressions.Contains(target.SchemaObject.BaseIdentifier.Value))
            _found.Add("A common table expression that is changed");
    }

    /// <remarks>By their ids they can be asked for; by their names some servers know them under others.</remarks>
    public override void Visit(NamedTableReference node)
    {
        if (node.SchemaObject is { SchemaIdentifier.Value: "sys", BaseIdentifier.Value: "indexes" })
            _found.Add("sys.indexes");
    }

    public override void Visit(TableHint node)
    {
        if (!HintsOfClaims.Contains(node.HintKind))
            _found.Add($"The hint {node.HintKind}");
    }

    public override void Visit(OpenXmlTableReference node) => _found.Add("OPENXML");
}
