using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Avro;

/// <summary>Records from 1 and the paths of fields in them: <c>records[7].customer.card</c>. A path's number is found by its parent's and its name.</summary>
internal sealed class AvroPlaces : IPlaceNames
{
    private const int MaxPaths = 10_000;
    private const int MaxLength = 256;

    private readonly Dictionary<(int Parent, string Name), int> _numbers = [];
    private readonly List<byte[]> _paths = [[]];

    /// <summary>The path of the record itself.</summary>
    public const int Root = 0;

    /// <summary>The path of a field; its parent's where there are too many.</summary>
    public int Of(int parent, string name)
    {
        if (_numbers.TryGetValue((parent, name), out var number))
        {
            return number;
        }

        if (_paths.Count == MaxPaths || _paths[parent].Length > MaxLength - 2)
        {
            return parent;
        }

        var bytes = Encoding.UTF8.GetBytes(parent == Root ? name : $"{Encoding.UTF8.GetString(_paths[parent])}.{name}");
        _paths.Add(bytes.Length > MaxLength ? bytes[..MaxLength] : bytes);
        _numbers.Add((parent, name), _paths.Count - 1);
        return _paths.Count - 1;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => _paths[(int)minor];

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new(
        Path: minor == Root
            ? string.Create(CultureInfo.InvariantCulture, $"records[{major}]")
            : string.Create(CultureInfo.InvariantCulture, $"records[{major}].{Encoding.UTF8.GetString(_paths[(int)minor])}"),
        Entry: entry);
}
