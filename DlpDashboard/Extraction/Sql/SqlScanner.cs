using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Sql;

/// <summary>
/// Passes a dump's text on as it stands and marks where values begin. It reads statements only as far as that needs: what it takes wrongly makes a place wrong, never the
/// text. A line that begins a statement ends whatever was open.
/// </summary>
/// <param name="text">Takes the text.</param>
/// <param name="hasBackslashes">Whether a backslash hides what follows in a string.</param>
internal sealed class SqlScanner(PlacedTextWriter text, bool hasBackslashes)
{
    private const int MaxHead = 64 * 1024;
    private const int MaxTables = 10_000;

    private static readonly string[] Starts = ["INSERT ", "REPLACE INTO ", "COPY ", "CREATE TABLE "];

    private readonly List<byte> _head = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _made = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _rows = new(StringComparer.OrdinalIgnoreCase);
    private SqlTable? _table;
    private State _state;
    private long _line = 1;
    private long _row;
    private int _column;
    private int _depth;
    private byte _quote;
    private bool _isHidden;
    private bool _isCopyNext;
    private bool _isLineStart = true;

    private enum State
    {
        Statement,
        Comment,
        BlockComment,
        Values,
        Copy,
    }

    /// <summary>Passes on a line, or a part of a long one.</summary>
    public void Write(ReadOnlySpan<byte> line)
    {
        if (_isLineStart)
        {
            Open(line);
            Place();
        }

        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var before = (_row, _column, _state);
            Take(line[i], line, i);
            if (before != (_row, _column, _state))
            {
                // The separator still belongs to what stands before it.
                text.Append(line[from..(i + 1)]);
                from = i + 1;
                Place();
            }
        }

        text.Append(line[from..]);
        _isLineStart = line.EndsWith("\n"u8);
        if (_isLineStart)
        {
            EndLine();
        }
    }

    private void EndLine()
    {
        _line++;
        if (_state == State.Comment)
        {
            _state = State.Statement;
        }

        if (_isCopyNext)
        {
            (_state, _isCopyNext) = (State.Copy, false);
            BeginRow();
        }
    }

    private void Open(ReadOnlySpan<byte> line)
    {
        if (_state == State.Copy)
        {
            if (line.StartsWith("\\."u8))
            {
                End();
            }

            return;
        }

        foreach (var start in Starts)
        {
            if ((_head.Count > 0 || _state != State.Statement) && SqlSniffer.StartsWith(line, start))
            {
                End();
            }
        }
    }

    private void Take(byte b, ReadOnlySpan<byte> line, int at)
    {
        switch (_state)
        {
            case State.Copy:
                _column += b == '\t' ? 1 : 0;
                if (b == '\n')
                {
                    BeginRow();
                }

                break;
            case State.Comment:
                break;
            case State.BlockComment:
                _state = b == '/' && at > 0 && line[at - 1] == '*' ? State.Statement : State.BlockComment;
                break;
            case State.Values:
                TakeValue(b);
                break;
            default:
                TakeStatement(b, line, at);
                break;
        }
    }

    private void TakeStatement(byte b, ReadOnlySpan<byte> line, int at)
    {
        if (!IsInQuotes(b))
        {
            var next = at + 1 < line.Length ? line[at + 1] : (byte)0;
            if ((b == '\\' && _head.Count == 0) || (b == '-' && next == '-') || (b == '/' && next == '*' && (at + 2 >= line.Length || line[at + 2] != '!')))
            {
                _state = b == '/' ? State.BlockComment : State.Comment;
                return;
            }

            if (b == ';')
            {
                EndStatement();
                return;
            }
        }

        var isBlank = b <= ' ';
        if (_head.Count < MaxHead && !(isBlank && (_head.Count == 0 || _head[^1] == ' ')))
        {
            _head.Add(isBlank ? (byte)' ' : b);
        }

        if (_quote == 0 && b is (byte)'S' or (byte)'s' && _head.Count >= 7 && IsValues())
        {
            BeginValues();
        }
    }

    private bool IsValues()
    {
        var head = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_head);
        return SqlSniffer.StartsWith(head[^6..], "VALUES") && head[^7] is (byte)' ' or (byte)')' && SqlStatement.Inserts(head);
    }

    private void BeginValues()
    {
        Fill();
        (_state, _depth, _quote) = (State.Values, 0, 0);
    }

    private void TakeValue(byte b)
    {
        if (IsInQuotes(b))
        {
            return;
        }

        switch (b)
        {
            case (byte)'(' when _depth++ == 0:
                BeginRow();
                break;
            case (byte)')':
                _depth = Math.Max(0, _depth - 1);
                break;
            case (byte)',' when _depth == 1:
                _column++;
                break;
            case (byte)';' when _depth == 0:
                End();
                break;
            default:
                break;
        }
    }

    // Follows quotes; true for all that stands in them. A doubled quote closes and opens again.
    private bool IsInQuotes(byte b)
    {
        if (_quote == 0)
        {
            _quote = b is (byte)'\'' or (byte)'"' or (byte)'`' ? b : (byte)0;
            return _quote != 0;
        }

        if (_isHidden)
        {
            _isHidden = false;
        }
        else if (b == '\\' && hasBackslashes)
        {
            _isHidden = true;
        }
        else if (b == _quote)
        {
            _quote = 0;
        }

        return true;
    }

    private void EndStatement()
    {
        var statement = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_head);
        if (SqlStatement.Made(statement) is { } made && _made.Count < MaxTables)
        {
            _made[made.Name] = made.Columns;
        }

        if (SqlStatement.Copies(statement))
        {
            Fill();
            _isCopyNext = true;
        }

        _head.Clear();
    }

    private void Fill()
    {
        var (name, columns) = SqlStatement.Filled(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_head));
        columns = columns.Count > 0 ? columns : _made.GetValueOrDefault(name) ?? [];
        var isSame = _table is { } table && table.Name == name && table.Columns.SequenceEqual(columns);
        _table = isSame ? _table : new SqlTable(name, columns);
        _row = _rows.GetValueOrDefault(name);
        _head.Clear();
    }

    private void BeginRow()
    {
        _row++;
        _column = 0;
    }

    private void End()
    {
        if (_table is not null && _state is State.Values or State.Copy && (_rows.Count < MaxTables || _rows.ContainsKey(_table!.Name)))
        {
            _rows[_table!.Name] = _state == State.Copy ? _row - 1 : _row;
        }

        _head.Clear();
        (_state, _quote, _isHidden, _isCopyNext) = (State.Statement, 0, false, false);
    }

    private void Place()
    {
        if (_state is State.Values or State.Copy && _table is not null)
        {
            text.Place(_table, _row, SqlTable.PlaceOf(_column, _line));
        }
        else
        {
            text.Place(SqlLines.Instance, _line, 0);
        }
    }
}
