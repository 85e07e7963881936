using DlpDashboard.Detection;
using DlpDashboard.Extraction.Json;
using DlpDashboard.Extraction.Keys;
using DlpDashboard.Extraction.Tables;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// The map of the segment being written: keeps the blocks that may still be asked for and finds lines, cells and paths only when asked.
/// What leaves must be read once to know where the next block starts; a segment of one block is never read at all.
/// </summary>
internal sealed class SegmentMap(BlockPool pool) : ISegmentMap
{
    private readonly List<TextBlock> _blocks = [];
    private readonly Stack<TextBlock> _spare = new();
    private readonly LineTracker _lines = new();
    private readonly TableTracker _table = new();
    private readonly JsonTracker _json = new();
    private readonly KeyTracker _keys = new();
    private readonly PlainKeys _plain = new();
    private readonly EscapeTracker _escapes = new();
    private readonly byte[] _key = new byte[2 * 256];
    private string? _entry;
    private Structure _structure;
    private FileKind? _kind;
    private long _textEnd;

    private enum Structure
    {
        None,
        Table,
        Json,
        Keys,
    }

    /// <summary>Begins a segment without structure.</summary>
    /// <param name="entry">The archive entry it comes from, or null.</param>
    public void Open(string? entry)
    {
        Close();
        (_entry, _structure, _textEnd, _kind) = (entry, Structure.None, 0, null);
        _lines.Reset();
    }

    /// <summary>The segment is a table.</summary>
    public void Use(TableDialect dialect)
    {
        (_structure, _kind) = (Structure.Table, dialect.Delimiter == (byte)';' ? FileKind.Records : null);
        _table.Open(dialect);
    }

    /// <summary>The segment is JSON.</summary>
    public void Use(JsonShape shape)
    {
        (_structure, _kind) = (Structure.Json, shape == JsonShape.Lines ? FileKind.Records : FileKind.Usual);
        _json.Open(shape);
    }

    /// <summary>The segment is a configuration.</summary>
    public void Use(KeyShape shape)
    {
        (_structure, _kind) = (Structure.Keys, FileKind.Usual);
        _keys.Open(shape);
    }

    /// <summary>The segment turned out to be plain text: no more keys and paths.</summary>
    public void DropStructure() => _structure = Structure.None;

    /// <summary>Gives all blocks back.</summary>
    public void Close()
    {
        while (_blocks.Count > 0)
        {
            RemoveFirst();
        }
    }

    /// <summary>Takes over a rented block whose text is about to be written.</summary>
    public void Add(byte[] buffer, int start, int length, int textLength, int escapedLength)
    {
        var block = _spare.TryPop(out var used) ? used : new TextBlock();
        block.Fill(buffer, start, length, _textEnd, textLength, escapedLength);
        _textEnd += textLength;
        if (_blocks.Count == 0)
        {
            (block.Lines, block.Table, block.HasStart) = (default, TablePlace.Start, true);
            block.Json?.Clear();
            block.Keys?.Clear();
        }

        // Counted from the start of what is being written: a value cut by that start is asked for too.
        _blocks.Add(block);
        while (_blocks.Count > 1 && _blocks[0].TextEnd <= block.TextStart - ISegmentMap.LookBehind)
        {
            StartOf(1);
            _kind ??= KindOf(_blocks[0]);
            RemoveFirst();
        }
    }

    /// <inheritdoc/>
    public FileKind FileKind => _kind ??= _blocks.Count == 0 ? FileKind.Usual : KindOf(_blocks[0]);

    /// <inheritdoc/>
    public bool HasKeys => _structure != Structure.None;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyAt(long offset)
    {
        if (_blocks.Count == 0)
        {
            return default;
        }

        var (block, position) = Locate(offset);
        switch (_structure)
        {
            case Structure.Table:
                return _table.KeyAt(block, position);
            case Structure.None:
                return _plain.KeyAt(block, position);
            case Structure.Keys:
                return KeyOfLine(block, position);
        }

        var key = _json.BytesOf(block, _json.KeyAt(block, position));
        if (!key.Contains((byte)'\\'))
        {
            return key;
        }

        return _key.AsSpan(0, JsonEscapes.Write(key, _key, isFinal: true, out _, out _));
    }

    /// <inheritdoc/>
    public TextLocation LocationAt(long offset)
    {
        if (_blocks.Count == 0)
        {
            return new TextLocation(Entry: _entry);
        }

        var (block, position) = Locate(offset);
        var line = _lines.PlaceAt(block, position);
        var path = _structure switch
        {
            Structure.Table => _table.PathAt(block, position),
            Structure.Json => _json.PathAt(block, position),
            Structure.Keys => _keys.PathAt(block, position),
            _ => _plain.PathAt(block, position),
        };
        return new TextLocation((int)Math.Min(line.Breaks + 1, int.MaxValue), (int)Math.Min(line.Units + 1, int.MaxValue), path, _entry);
    }

    /// <summary>UTF-16 units of the object's decoded text before a written byte.</summary>
    public long UnitsAt(long offset)
    {
        if (_blocks.Count == 0)
        {
            return 0;
        }

        var (block, position) = Locate(offset);
        return _lines.PlaceAt(block, position).TotalUnits;
    }

    // Calls with as many arguments line after line read as a table.
    private FileKind KindOf(TextBlock first) => CodeSniffer.IsCode(first.Source) ? FileKind.Code : _structure == Structure.Table ? FileKind.Records : FileKind.Usual;

    // The block and source position of a written byte; what is no longer kept is answered with the oldest kept.
    private (TextBlock Block, int Position) Locate(long offset)
    {
        var index = _blocks.Count - 1;
        while (index > 0 && _blocks[index].TextStart > offset)
        {
            index--;
        }

        StartOf(index);
        var block = _blocks[index];
        var text = (int)Math.Clamp(offset - block.TextStart, 0, Math.Max(0, block.TextLength - 1));
        return (block, _escapes.SourceOf(block, text));
    }

    // The key over the line and the one beside the value: "dsn password".
    private ReadOnlySpan<byte> KeyOfLine(TextBlock block, int position)
    {
        var near = NearKey.Find(block.Source, position, out _);
        var over = _keys.KeyAt(block, position);
        if (over.Length == 0 || over == near)
        {
            return block.Source.Slice(near.Start, near.Length);
        }

        var key = _keys.BytesOf(block, over);
        if (near.Length == 0 || near.Start == over.Start)
        {
            return key;
        }

        key.CopyTo(_key);
        _key[key.Length] = (byte)' ';
        block.Source.Slice(near.Start, near.Length).CopyTo(_key.AsSpan(key.Length + 1));
        return _key.AsSpan(0, key.Length + 1 + near.Length);
    }

    private void StartOf(int index)
    {
        var known = index;
        while (!_blocks[known].HasStart)
        {
            known--;
        }

        for (; known < index; known++)
        {
            var (from, to) = (_blocks[known], _blocks[known + 1]);
            _lines.Cross(from, to);
            if (_structure == Structure.Table)
            {
                _table.Cross(from, to);
            }
            else if (_structure == Structure.Json)
            {
                _json.Cross(from, to);
            }
            else if (_structure == Structure.Keys)
            {
                _keys.Cross(from, to);
            }

            to.HasStart = true;
        }
    }

    private void RemoveFirst()
    {
        var block = _blocks[0];
        _blocks.RemoveAt(0);
        _lines.Forget(block);
        _table.Forget(block);
        _json.Forget(block);
        _keys.Forget(block);
        _plain.Forget(block);
        _escapes.Forget(block);
        pool.Return(block.Buffer);
        _spare.Push(block);
    }
}
