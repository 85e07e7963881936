using System.Buffers;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// Tells source code by how its lines end and begin, whatever the language, and minified code by how dense its signs are. Looks at the first kilobytes only.
/// Dumps of databases are statements too, but data: they are none.
/// </summary>
internal static class CodeSniffer
{
    private const int Look = 8 * 1024, FewestLines = 6, LongLine = 400;

    private static readonly SearchValues<byte> Signs = SearchValues.Create("{}();=,:[]!&|"u8);

    private static readonly byte[][] Beginnings =
    [
        [.. "//"u8], [.. "/*"u8], [.. "#include"u8], [.. "#define"u8], [.. "#!"u8], [.. "import "u8], [.. "from "u8], [.. "using "u8], [.. "package "u8], [.. "namespace "u8], [.. "def "u8], [.. "class "u8], [.. "function "u8],
        [.. "return "u8], [.. "if ("u8], [.. "for ("u8], [.. "while ("u8], [.. "elif "u8], [.. "else:"u8], [.. "public "u8], [.. "private "u8], [.. "static "u8], [.. "var "u8], [.. "let "u8], [.. "const "u8], [.. "@"u8],
    ];

    /// <summary>Whether a text is code.</summary>
    /// <param name="text">Its beginning.</param>
    public static bool IsCode(ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(text.Length, Look)];
        var (lines, code) = (0, 0);
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range].Trim(" \t\r"u8);
            if (line.StartsWith("INSERT "u8) || line.StartsWith("insert "u8))
            {
                return false;
            }

            if (!line.IsEmpty)
            {
                lines++;
                code += IsCodeLine(line) ? 1 : 0;
            }
        }

        return (lines >= FewestLines && code * 2 >= lines) || (lines > 0 && text.Length / lines > LongLine && IsDense(text));
    }

    private static bool IsCodeLine(ReadOnlySpan<byte> line)
    {
        if (line[^1] is (byte)';' or (byte)'{' or (byte)'}' || line.EndsWith("*/"u8) || line.EndsWith("):"u8) || line.EndsWith("},"u8))
        {
            return true;
        }

        foreach (var beginning in Beginnings)
        {
            if (line.StartsWith(beginning))
            {
                return true;
            }
        }

        return line.StartsWith("* "u8);
    }

    // A ninth of minified code are signs; of prose one in forty, of tables one in six but commas nearly all of them.
    private static bool IsDense(ReadOnlySpan<byte> text)
    {
        var (signs, braces) = (0, 0);
        foreach (var sign in text)
        {
            signs += Signs.Contains(sign) ? 1 : 0;
            braces += sign is (byte)'{' or (byte)'}' or (byte)'(' or (byte)')' ? 1 : 0;
        }

        return signs * 9 >= text.Length && braces * 25 >= text.Length;
    }
}
