using System.Text;

namespace DlpDashboard.Extraction.Mail;

/// <summary>
/// The lines of a message (RFC 5322) up to the border of the part that is read (RFC 2046, 5.1.1) or, in a mailbox, of the message (RFC 4155). Lines are given in pieces
/// where they are long; borders stand only at the begin of a line.
/// </summary>
internal sealed class MimeLines(Stream stream, bool isMailbox)
{
    /// <summary>The longest piece of a line.</summary>
    public const int MaxPiece = 8 * 1024;

    private const int BufferSize = 64 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly List<byte[]> _borders = [];
    private int _start;
    private int _end;
    private bool _isLineStart = true;
    private bool _isAfterBlank = true;
    private bool _isOver;

    /// <summary>The border that stands before the next line: its level; -1 for the next message of a mailbox; null where none does.</summary>
    public int? Border { get; private set; }

    /// <summary>Whether that border is its level's last.</summary>
    public bool IsLastBorder { get; private set; }

    /// <summary>Whether all was read.</summary>
    public bool IsOver => _isOver && _start == _end;

    /// <summary>Borders open at the moment.</summary>
    public int Levels => _borders.Count;

    /// <summary>Parts with this border begin.</summary>
    public void Push(string boundary) => _borders.Add(Encoding.UTF8.GetBytes("--" + boundary));

    /// <summary>The innermost border counts no more.</summary>
    public void Pop() => _borders.RemoveAt(_borders.Count - 1);

    /// <summary>Goes past the border.</summary>
    public void Pass() => Border = null;

    /// <summary>The next line or piece of one with its end; empty at a border and at the end. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Next()
    {
        if (Border is not null)
        {
            return default;
        }

        if (_end - _start < MaxPiece && !_isOver)
        {
            Fill();
        }

        var piece = _buffer.AsSpan(_start, Math.Min(_end - _start, MaxPiece));
        var end = piece.IndexOf((byte)'\n');
        var line = end < 0 ? piece : piece[..(end + 1)];
        _start += line.Length;
        if (_isLineStart && !line.IsEmpty)
        {
            FindBorder(line);
        }

        _isAfterBlank = _isLineStart && IsBlank(line);
        _isLineStart = end >= 0;
        return Border is null ? line : default;
    }

    /// <summary>Passes over all up to the next border or the end.</summary>
    public void PassRest()
    {
        while (!Next().IsEmpty)
        {
        }
    }

    /// <summary>Whether a line holds nothing.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimEnd("\r\n"u8).IsEmpty;

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (_end < BufferSize && !_isOver)
        {
            var read = stream.Read(_buffer.AsSpan(_end));
            _end += read;
            _isOver = read == 0;
        }
    }

    private void FindBorder(ReadOnlySpan<byte> line)
    {
        if (isMailbox && _isAfterBlank && IsSeparator(line))
        {
            Border = -1;
            return;
        }

        if (!line.StartsWith("--"u8))
        {
            return;
        }

        for (var level = _borders.Count - 1; level >= 0; level--)
        {
            if (line.StartsWith(_borders[level]) && line[_borders[level].Length..].TrimEnd(" \t\r\n"u8) is var rest && (rest.IsEmpty || rest.SequenceEqual("--"u8)))
            {
                (Border, IsLastBorder) = (level, !rest.IsEmpty);
                return;
            }
        }
    }

    /// <summary>Whether a line begins a message of a mailbox: <c>From somebody Thu Jan  1 00:00:00 1970</c>.</summary>
    public static bool IsSeparator(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) && line.Length is > 20 and < 512 && line.Contains((byte)':');
}
