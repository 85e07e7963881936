using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Keys;

/// <summary>Keys in text that has no structure of its own: the header over a cell of a Markdown table, or what stands beside the value on its line.</summary>
internal sealed class PlainKeys
{
    private readonly PipeTables _tables = new();

    /// <summary>Forgets a block that is about to be reused.</summary>
    public void Forget(TextBlock block) => _tables.Forget(block);

    /// <summary>The key over a byte; empty where there is none.</summary>
    public ReadOnlySpan<byte> KeyAt(TextBlock block, int position)
    {
        var key = _tables.HeaderAt(block, position, out _);
        key = key.Length > 0 ? key : NearKey.Find(block.Source, position, out _);
        return block.Source.Slice(key.Start, key.Length);
    }

    /// <summary>The place of a byte: <c>table row 3, Card</c>, or the key it is assigned to; null where there is neither.</summary>
    public string? PathAt(TextBlock block, int position)
    {
        var header = _tables.HeaderAt(block, position, out var row);
        if (header.Length > 0)
        {
            return $"table row {row}, {SafeText.Of(block.Source.Slice(header.Start, header.Length))}";
        }

        var key = NearKey.Find(block.Source, position, out var isAssigned);
        return key.Length > 0 && isAssigned ? SafeText.Of(block.Source.Slice(key.Start, key.Length)) : null;
    }
}
