using MisterAssist.Infrastructure.Shared.SqlServer;

namespace MisterAssist.Infrastructure.Tests.Shared;

public sealed class TransactSqlTests
{
    [TestCase("SELECT id FROM site WHERE id > @After", ExpectedResult = "SELECT id FROM site WHERE id > @After")]
    [TestCase("ORDER BY id LIMIT @Limit", ExpectedResult = "ORDER BY id OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY")]
    [TestCase("(SELECT id FROM a ORDER BY id LIMIT 1)", ExpectedResult = "(SELECT id FROM a ORDER BY id OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY)")]
    [TestCase("WITH RECURSIVE a (b) AS (SELECT 1) SELECT b FROM a", ExpectedResult = "WITH a (b) AS (SELECT 1) SELECT b FROM a\nOPTION (MAXRECURSION 0)")]
    [TestCase("FROM json_each(@Months) m", ExpectedResult = "FROM OPENJSON(@Months) m")]
    [TestCase("JOIN json_each(s.content, '$.lines') l", ExpectedResult = "CROSS APPLY OPENJSON(s.content, '$.lines') l")]
    [TestCase("instr(t.subject, @Words) > 0", ExpectedResult = "CHARINDEX(@Words, t.subject) > 0")]
    [TestCase("""w."plan" ->> '$.code'""", ExpectedResult = """JSON_VALUE(w."plan", '$.code') COLLATE Latin1_General_BIN2""")]
    [TestCase(
        """
        UPDATE a
        SET due_at = @Until
        WHERE id IN (SELECT id FROM a WHERE due_at <= @Now ORDER BY due_at, id LIMIT @Limit)
          AND due_at <= @Now
        RETURNING id AS Id, due_at AS DueAt
        """,
        ExpectedResult = """
        UPDATE a
        SET due_at = @Until
        OUTPUT inserted.id AS Id, inserted.due_at AS DueAt
        WHERE id IN (SELECT TOP (@Limit) id FROM a WITH (UPDLOCK, READPAST, ROWLOCK) WHERE due_at <= @Now ORDER BY due_at, id)
          AND due_at <= @Now
        """)]
    [TestCase("UPDATE a\nSET b = 1\nWHERE c = @C\nRETURNING d", ExpectedResult = "UPDATE a\nSET b = 1\nOUTPUT inserted.d\nWHERE c = @C")]
    public string Of_AStatement_IsSpelledAsSqlServerTakesIt(string sql) => TransactSql.Of(sql);
}
