using System.Buffers.Binary;
using System.Text;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Compound;

/// <summary>Reads the text of macros, module by module ([MS-OVBA] 2.3.4). Place: the module and its line.</summary>
internal sealed class MacroProject(CompoundStorage storage, FormatContent content, PartTally tally)
{
    private const int MaxDirectory = 4 * 1024 * 1024;
    private const int MaxModules = 4096;
    private const int MaxName = 256;

    private long _packed;
    private long _written;
    private Encoding _encoding = CodePage.Of(1252);

    /// <summary>Whether a storage holds macros.</summary>
    public static bool IsIn(CompoundStorage storage) => storage.Name.Equals("VBA", StringComparison.OrdinalIgnoreCase) && storage.Has("dir");

    /// <summary>Reads all modules.</summary>
    public void Read(CancellationToken cancellationToken)
    {
        var directory = new MemoryStream();
        using (var packed = storage.Open("dir")!)
        {
            foreach (var part in MacroChunks.Read(packed).TakeWhile(_ => directory.Length < MaxDirectory))
            {
                directory.Write(part.Span);
            }
        }

        var modules = Modules(directory.GetBuffer().AsSpan(0, (int)directory.Length));
        foreach (var (name, stream, offset) in modules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add();
            if (storage.Open(stream) is { } module)
            {
                module.Position = offset;
                Write(name, module, cancellationToken);
            }

            if (IsBomb())
            {
                tally.Miss($"macro {name}", content.Budget.CountBomb());
                return;
            }
        }
    }

    // Records of the directory: a type, a length, data; the version record alone is longer than it says.
    private List<(string Name, string Stream, uint Offset)> Modules(ReadOnlySpan<byte> bytes)
    {
        var modules = new List<(string Name, string Stream, uint Offset)>();
        var (name, stream) = ("", "");
        while (bytes.Length >= 6 && modules.Count < MaxModules)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes), (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[2..]));
            bytes = bytes[6..];
            var data = bytes[..(int)Math.Min(length, bytes.Length)];
            switch (type)
            {
                case 0x03 when data.Length >= 2:
                    _encoding = CodePage.Of(BinaryPrimitives.ReadUInt16LittleEndian(data));
                    break;
                case 0x19:
                    name = SafeText.Of(_encoding.GetString(data[..Math.Min(data.Length, MaxName)]));
                    break;
                case 0x1A:
                    stream = _encoding.GetString(data[..Math.Min(data.Length, MaxName)]);
                    break;
                case 0x31 when data.Length >= 4:
                    modules.Add((name, stream, BinaryPrimitives.ReadUInt32LittleEndian(data)));
                    break;
                default:
                    break;
            }

            bytes = bytes[(int)Math.Min(length + (type == 0x09 ? 2 : 0), bytes.Length)..];
        }

        return modules;
    }

    // Chunks of a few bytes may become 4096 each.
    private bool IsBomb() => _written > content.Budget.Limits.RatioFloor && _written / content.Budget.Limits.Ratio > _packed;

    private void Write(string name, Stream module, CancellationToken cancellationToken)
    {
        var text = content.Text;
        var (lines, chars, decoder) = (new LinedText(text, $"macro {name}"), new char[MacroChunks.MaxChunk], _encoding.GetDecoder());
        text.Open(content.Entry);
        lines.Begin();
        var from = module.Position;
        foreach (var chunk in MacroChunks.Read(module).TakeWhile(_ => !IsBomb()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _packed += module.Position - from;
            _written += chunk.Length;
            from = module.Position;
            lines.Append(chars.AsSpan(0, decoder.GetChars(chunk.Span, chars, flush: false)));
        }

        text.Close();
    }
}
