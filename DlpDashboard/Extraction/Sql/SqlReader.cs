using System.Text.Unicode;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Sql;

/// <summary>
/// Reads dumps of databases (pg_dump, mysqldump, SQLite's .dump and the like) as one text: values of <c>INSERT … VALUES</c> and <c>COPY … FROM stdin</c> have their column
/// as key. Escapes within values stay as they are written.
/// </summary>
internal sealed class SqlReader : IFormatReader
{
    /// <summary>The format's name.</summary>
    public const string Kind = "sql";

    private const int Piece = BlockPool.BlockSize / (Windows1252.MaxExpansion + 1);

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var stream = content.FromStart();
        var scanner = new SqlScanner(content.Text, SqlSniffer.HasBackslashes(content.Head.Span));
        var block = content.Pool.Rent();
        var spare = content.Pool.Rent();
        content.Text.Open(content.Entry);
        try
        {
            var length = await Blocks.FillAsync(stream, block, 0, cancellationToken);
            var start = block.AsSpan(0, length).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
            while (length > start)
            {
                var isFinal = length < BlockPool.BlockSize;
                var used = WriteLines(scanner, block.AsSpan(start, length - start), spare, isFinal) + start;
                block.AsSpan(used, length - used).CopyTo(block);
                length = await Blocks.FillAsync(stream, block, length - used, cancellationToken);
                start = 0;
            }
        }
        finally
        {
            content.Text.Close();
            content.Pool.Return(block);
            content.Pool.Return(spare);
        }

        return ContentOutcome.Scanned(content.Kind);
    }

    // Whole lines; one that is longer than a block is cut, at a character's end where there is one.
    private static int WriteLines(SqlScanner scanner, ReadOnlySpan<byte> text, byte[] spare, bool isFinal)
    {
        var used = 0;
        while (used < text.Length)
        {
            var end = text[used..].IndexOf((byte)'\n');
            if (end < 0 && !isFinal && used > 0)
            {
                break;
            }

            var line = end < 0 ? text[used..] : text.Slice(used, end + 1);
            if (end < 0 && !isFinal)
            {
                line = line[..^4];
                line = line[..(line.LastIndexOfAnyInRange((byte)0, (byte)0x7F) is var last and >= 0 ? last + 1 : line.Length)];
            }

            Write(scanner, line, spare);
            used += line.Length;
        }

        return used;
    }

    private static void Write(SqlScanner scanner, ReadOnlySpan<byte> line, byte[] spare)
    {
        if (Utf8.IsValid(line))
        {
            scanner.Write(line);
            return;
        }

        Span<char> scratch = new char[Math.Min(line.Length, Piece)];
        while (!line.IsEmpty)
        {
            var piece = line[..Math.Min(line.Length, Piece)];
            scanner.Write(spare.AsSpan(0, Windows1252.ToUtf8(piece, scratch, spare)));
            line = line[piece.Length..];
        }
    }
}
