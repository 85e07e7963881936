using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DlpDashboard.Tests.Data;

/// <summary>The parser of SQL Server 2019, since no server can run here: what it refuses, the server would.</summary>
internal static class TransactSql
{
    /// <summary>Each error with its place; empty where the text is right. <c>GO</c> separates batches.</summary>
    public static IReadOnlyList<string> ErrorsIn(string text)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message}").ToList();
    }

    /// <summary>All statements, in order.</summary>
    public static IReadOnlyList<TSqlStatement> StatementsOf(string text)
    {
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Assert.Empty(errors.Select(error => error.Message));
        return script.Batches.SelectMany(batch => batch.Statements).ToList();
    }
}
