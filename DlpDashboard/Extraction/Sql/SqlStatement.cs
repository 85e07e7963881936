using System.Text;
using DlpDashboard.Extraction.Sqlite;

namespace DlpDashboard.Extraction.Sql;

/// <summary>Takes the head of a statement apart: which table it makes or fills, and with which columns.</summary>
internal static class SqlStatement
{
    private const int MaxName = 128;

    private static readonly string[] Fillers = ["INSERT INTO ", "INSERT IGNORE INTO ", "REPLACE INTO ", "INSERT OR REPLACE INTO ", "COPY "];

    /// <summary>Whether a statement's values follow in it.</summary>
    public static bool Inserts(ReadOnlySpan<byte> head) => SqlSniffer.StartsWith(head, "INSERT ") || SqlSniffer.StartsWith(head, "REPLACE ");

    /// <summary>Whether lines of values follow a statement.</summary>
    public static bool Copies(ReadOnlySpan<byte> statement) =>
        SqlSniffer.StartsWith(statement, "COPY ") && Encoding.Latin1.GetString(statement).Contains(" FROM stdin", StringComparison.OrdinalIgnoreCase);

    /// <summary>The table a statement makes, or null.</summary>
    public static (string Name, IReadOnlyList<string> Columns)? Made(ReadOnlySpan<byte> statement)
    {
        if (!SqlSniffer.StartsWith(statement, "CREATE "))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(statement);
        var at = text.IndexOf("TABLE ", StringComparison.OrdinalIgnoreCase);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (at < 0 || open < at)
        {
            return null;
        }

        var name = text[(at + 6)..open].Trim();
        name = name.StartsWith("IF NOT EXISTS ", StringComparison.OrdinalIgnoreCase) ? name[14..] : name;
        return (Plain(name), [.. SqliteColumns.Read(text).Names.Where(column => !IsIndex(column))]);
    }

    /// <summary>The table a statement fills and the columns it names; none where it names none.</summary>
    public static (string Name, IReadOnlyList<string> Columns) Filled(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head);
        var from = Fillers.Where(filler => text.StartsWith(filler, StringComparison.OrdinalIgnoreCase)).Select(filler => filler.Length).FirstOrDefault();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var end = open < 0 ? text.IndexOf(' ', Math.Min(from, text.Length)) : open;
        var name = Plain(text[from..(end < from ? text.Length : end)]);
        return open < 0 ? (name, []) : (name, SqliteColumns.Read(text).Names);
    }

    // Of MySQL's indexes within the columns: KEY `name` (…).
    private static bool IsIndex(string column) => column.Equals("KEY", StringComparison.OrdinalIgnoreCase) || column.Equals("FULLTEXT", StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name)
    {
        name = name.Trim().Replace("\"", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        return SafeText.Of(name.Length > MaxName ? name[..MaxName] : name);
    }
}
