using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Reads a part without a reader of its own: properties, charts, pivot caches, connections, custom XML. All texts and all attributes that are longer than a
/// flag, each on a line; the element's or attribute's name is the key, or a property's own name.
/// </summary>
/// <param name="text">Writes the text; its segment is open.</param>
/// <param name="where">The part in words.</param>
internal sealed class DataPart(PlacedTextWriter text, string where) : IPlaceNames
{
    private const int MinAttribute = 5;
    private const int MaxNames = 4096;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<byte[]> _names = [[]];
    private string? _property;

    /// <summary>Reads the part from its first node, or on from the current one.</summary>
    public void Read(PartXml xml)
    {
        var stack = new Stack<string>();
        do
        {
            if (xml.IsStart)
            {
                stack.Push(xml.Name);
                Begin(xml);
            }
            else if (xml.IsEnd)
            {
                stack.TryPop(out _);
                _property = IsProperty(xml.Name) ? null : _property;
            }
            else if (xml.IsText && !xml.IsBlank)
            {
                Place(_property ?? (stack.TryPeek(out var name) ? name : ""));
                xml.CopyTo(text);
                text.Append("\n");
            }
        }
        while (xml.Read());
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => _names[(int)major];

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) =>
        new(Path: major == 0 ? SafeText.Of(where) : $"{SafeText.Of(where)}/{Encoding.UTF8.GetString(_names[(int)major])}", Entry: entry);

    private void Begin(PartXml xml)
    {
        if (IsProperty(xml.Name))
        {
            _property = xml.Attribute("name");
        }

        // Revision marks are random numbers.
        if (!xml.Name.StartsWith("rsid", StringComparison.Ordinal))
        {
            xml.EachAttribute(WriteAttribute);
        }
    }

    private void WriteAttribute(string name, string value)
    {
        if (value.Length < MinAttribute || name is "id" or "uid" or "uri" or "guid" or "fmtid" or "schemaLocation" || value.StartsWith("http://schemas.", StringComparison.Ordinal))
        {
            return;
        }

        Place(name is "val" or "value" ? _property ?? name : name);
        text.Append(value);
        text.Append("\n");
    }

    private void Place(string name)
    {
        if (!_numbers.TryGetValue(name, out var number) && _names.Count < MaxNames)
        {
            number = _names.Count;
            _numbers.Add(name, number);
            _names.Add(Encoding.UTF8.GetBytes(SafeText.Of(name)));
        }

        text.Place(this, number, 0);
    }

    private static bool IsProperty(string element) => element is "property" or "user-defined" or "docVar";
}
