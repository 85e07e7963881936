using System.Buffers;

namespace DlpDashboard.Extraction.Keys;

/// <summary>Tells by its first lines whether text is a configuration: nearly every line has a key in the same form.</summary>
internal static class KeySniffer
{
    private const int Window = 8 * 1024;
    private const int MaxLines = 64;

    private static readonly SearchValues<byte> NoIdentifier = SearchValues.Create(" (){}<>;,=?&"u8);

    /// <summary>The form of the text's keys.</summary>
    /// <param name="text">The segment's first block.</param>
    public static KeyShape Detect(ReadOnlySpan<byte> text)
    {
        var window = text[..Math.Min(text.Length, Window)];
        var tally = default(Tally);
        for (var lines = 0; lines < MaxLines && !window.IsEmpty; lines++)
        {
            var end = window.IndexOf((byte)'\n');
            if (end < 0 && window.Length < text.Length && lines > 0)
            {
                break;
            }

            tally.Add(KeyLine.HeadOf(window));
            window = end < 0 ? default : window[(end + 1)..];
        }

        return tally.Judge();
    }

    private struct Tally
    {
        private int _lines;
        private int _assigned;
        private int _labelled;
        private int _sections;
        private int _indented;
        private int _plain;
        private int _items;
        private bool _hasDepth;
        private bool _isMarked;
        private bool _continues;

        public void Add(ReadOnlySpan<byte> line)
        {
            var text = line.Trim(" \t"u8);
            if (text.IsEmpty || text[0] is (byte)'#' or (byte)';' or (byte)'!')
            {
                return;
            }

            if (text.SequenceEqual("---"u8) || text.StartsWith("%YAML "u8))
            {
                _isMarked |= _lines == 0;
                return;
            }

            var continues = _continues;
            _continues = text[^1] == '\\';
            if (continues)
            {
                return;
            }

            _lines++;
            var assigned = KeyLine.ReadAssigned(line);
            _assigned += assigned.Separator == '=' && !line.Slice(assigned.Start, assigned.Length).Contains((byte)' ') ? 1 : 0;
            _labelled += assigned.Separator == ':' ? 1 : 0;
            _sections += assigned.Separator == '[' && text[^1] == ']' ? 1 : 0;
            AddIndented(line, text);
        }

        public readonly KeyShape Judge()
        {
            if (_lines == 0)
            {
                return KeyShape.None;
            }

            if (_assigned > 0 && (_assigned + _sections + (_sections > 0 ? _labelled : 0)) * 10 >= _lines * 8)
            {
                return _sections > 0 ? KeyShape.Sections : KeyShape.Properties;
            }

            var isTree = _isMarked || (_hasDepth && _plain > 0) || (_plain >= 2 && _plain * 2 >= _lines);
            return isTree && (_plain + _items) * 4 >= _lines && _indented * 10 >= _lines * 8 ? KeyShape.Indented : KeyShape.None;
        }

        // What stands deeper than a key may be a text of several lines: it counts for the form once a key is over it.
        private void AddIndented(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text)
        {
            var dash = KeyLine.DashOf(line, 0);
            var key = KeyLine.ReadIndented(line, dash < 0 ? 0 : dash + 1);
            var isIdentifier = key.Length > 0 && !line.Slice(key.Start, key.Length).ContainsAny(NoIdentifier);
            _plain += isIdentifier ? 1 : 0;
            _items += dash >= 0 && !isIdentifier ? 1 : 0;
            _hasDepth |= line.Length > 0 && (line[0] == ' ' || dash >= 0) && _plain > (isIdentifier ? 1 : 0);
            var isQuoted = key.Length > 0 && text[0] is (byte)'"' or (byte)'\'';
            _indented += isIdentifier || isQuoted || dash >= 0 || (_hasDepth && line[0] == ' ') || text[0] is (byte)']' or (byte)'}' ? 1 : 0;
        }
    }
}
