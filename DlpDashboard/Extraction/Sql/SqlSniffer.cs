namespace DlpDashboard.Extraction.Sql;

/// <summary>Tells a dump of a database by its first statement and what follows: tables made, rows inserted or copied.</summary>
internal static class SqlSniffer
{
    private const int Window = 8 * 1024;

    private static readonly string[] Openings =
    [
        "INSERT INTO ", "INSERT IGNORE INTO ", "REPLACE INTO ", "CREATE ", "DROP ", "COPY ", "BEGIN", "USE ", "SET ", "LOCK TABLES ", "PRAGMA ", "ALTER ", "START TRANSACTION", "SELECT pg_catalog", "/*!", "\\connect ", "\\restrict ",
    ];

    /// <summary>Whether text is a dump.</summary>
    public static bool IsDump(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, Window)];
        var first = FirstLine(head);
        var opens = false;
        foreach (var opening in Openings)
        {
            opens |= StartsWith(first, opening);
        }

        return opens && (Contains(head, "INSERT INTO ") || Contains(head, "CREATE TABLE ") || Contains(head, "REPLACE INTO ") || (StartsWithLine(head, "COPY ") && Contains(head, " FROM stdin")));
    }

    /// <summary>Whether a backslash in a string hides what follows, as MySQL has it.</summary>
    public static bool HasBackslashes(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, Window)];
        return head.Contains((byte)'`') || Contains(head, "MySQL") || Contains(head, "MariaDB");
    }

    /// <summary>Whether bytes begin with a word, whatever its case.</summary>
    public static bool StartsWith(ReadOnlySpan<byte> bytes, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i >= bytes.Length || char.ToUpperInvariant((char)bytes[i]) != char.ToUpperInvariant(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    // The first line that is neither empty nor a comment.
    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = (end < 0 ? text : text[..end]).Trim(" \t\r"u8);
            if (!line.IsEmpty && !line.StartsWith("--"u8) && line[0] != '#')
            {
                return line;
            }

            text = end < 0 ? default : text[(end + 1)..];
        }

        return text;
    }

    private static bool StartsWithLine(ReadOnlySpan<byte> text, string word)
    {
        while (!text.IsEmpty)
        {
            if (StartsWith(text, word))
            {
                return true;
            }

            var end = text.IndexOf((byte)'\n');
            text = end < 0 ? default : text[(end + 1)..];
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> text, string word)
    {
        var (upper, lower) = ((byte)char.ToUpperInvariant(word.Trim()[0]), (byte)char.ToLowerInvariant(word.Trim()[0]));
        var lead = word.Length - word.TrimStart().Length;
        for (var at = text.IndexOfAny(upper, lower); at >= 0;)
        {
            if (at >= lead && StartsWith(text[(at - lead)..], word))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOfAny(upper, lower);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
