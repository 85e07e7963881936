namespace DlpDashboard.Extraction.Sqlite;

/// <summary>The columns of a table in the order its records keep them, from the statement that made it.</summary>
/// <param name="Names">Their names.</param>
/// <param name="RowId">The column that is another name of the row's number, or -1.</param>
/// <param name="HasRowId">Whether its rows have numbers; else they are kept by their primary key.</param>
internal sealed record SqliteColumns(IReadOnlyList<string> Names, int RowId, bool HasRowId)
{
    private const int MaxColumns = 2000;
    private const int MaxName = 128;

    private static readonly string[] Constraints = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

    /// <summary>Reads <c>CREATE TABLE</c>; a column that cannot be told is named by its number.</summary>
    public static SqliteColumns Read(string sql)
    {
        var open = sql.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new SqliteColumns([], -1, true);
        }

        var names = new List<string>();
        var keys = new List<string>();
        var rowId = -1;
        var parts = Split(sql, open + 1, out var end);
        foreach (var part in parts)
        {
            var at = 0;
            var name = ReadName(part, ref at, out var isQuoted);
            if (!isQuoted && Constraints.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                if (part.Contains("PRIMARY", StringComparison.OrdinalIgnoreCase))
                {
                    keys.AddRange(ReadKeys(part));
                }

                continue;
            }

            if (part.AsSpan(at).Contains("PRIMARY KEY", StringComparison.OrdinalIgnoreCase))
            {
                keys.Add(name);
                rowId = part.AsSpan(at).TrimStart().StartsWith("INTEGER", StringComparison.OrdinalIgnoreCase) ? names.Count : rowId;
            }

            names.Add(name);
        }

        var hasRowId = !sql.AsSpan(end).Contains("ROWID", StringComparison.OrdinalIgnoreCase);
        if (hasRowId)
        {
            return new SqliteColumns(names, rowId, true);
        }

        // Rows kept by their key have its columns first.
        var first = keys.Select(key => names.FirstOrDefault(name => name.Equals(key, StringComparison.OrdinalIgnoreCase))).OfType<string>().Distinct().ToList();
        return new SqliteColumns([.. first, .. names.Except(first)], -1, false);
    }

    private static List<string> Split(string sql, int from, out int end)
    {
        var parts = new List<string>();
        var (depth, start) = (0, from);
        for (end = from; end < sql.Length && parts.Count < MaxColumns; end++)
        {
            var c = sql[end];
            if (c is '\'' or '"' or '`' or '[')
            {
                var close = sql.IndexOf(c == '[' ? ']' : c, end + 1);
                end = close < 0 ? sql.Length - 1 : close;
            }
            else if (c == '(')
            {
                depth++;
            }
            else if ((c == ',' && depth == 0) || (c == ')' && depth-- == 0))
            {
                parts.Add(sql[start..end].Trim());
                start = end + 1;
                if (c == ')')
                {
                    break;
                }
            }
        }

        end = Math.Min(end, sql.Length);
        return parts;
    }

    private static IEnumerable<string> ReadKeys(string constraint)
    {
        var open = constraint.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return [];
        }

        return Split(constraint, open + 1, out _).Select(part =>
        {
            var at = 0;
            return ReadName(part, ref at, out _);
        });
    }

    private static string ReadName(string part, ref int at, out bool isQuoted)
    {
        isQuoted = part.Length > 0 && part[0] is '"' or '`' or '[' or '\'';
        var end = 0;
        if (isQuoted)
        {
            end = part.IndexOf(part[0] == '[' ? ']' : part[0], 1);
            at = end < 0 ? part.Length : end + 1;
            return Short(part[1..(end < 0 ? part.Length : end)]);
        }

        while (end < part.Length && !char.IsWhiteSpace(part[end]) && part[end] != '(')
        {
            end++;
        }

        at = end;
        return Short(part[..end]);
    }

    private static string Short(string name) => SafeText.Of(name.Length > MaxName ? name[..MaxName] : name);
}
