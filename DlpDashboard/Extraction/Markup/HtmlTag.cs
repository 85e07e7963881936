using System.Globalization;
using System.Text;

namespace DlpDashboard.Extraction.Markup;

/// <summary>The tag being read: its name, what its attributes call its value, and which of them are worth writing.</summary>
internal sealed class HtmlTag
{
    private const int MaxLabel = 128;

    private readonly StringBuilder _value = new();
    private string _label = "";
    private string _placeholder = "";

    /// <summary>Its name in small letters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The attribute being read.</summary>
    public string Attribute { get; private set; } = "";

    /// <summary>Whether the attribute's value is written.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>The first run of text beside the line that is of this tag.</summary>
    public int FirstAside { get; set; }

    /// <summary>What the tag's value is called: its name, property, placeholder or id; empty where nothing tells.</summary>
    public string Label => _label.Length == 0 || _placeholder.Length == 0 ? _label + _placeholder : $"{_label} {_placeholder}";

    /// <summary>Columns a cell covers.</summary>
    public int Columns { get; private set; } = 1;

    /// <summary>A tag begins.</summary>
    public void Begin(ReadOnlySpan<byte> name)
    {
        Name = Lower(name);
        (Attribute, IsWritten, FirstAside, _label, _placeholder, Columns) = ("", false, 0, "", "", 1);
        _value.Clear();
    }

    /// <summary>An attribute begins.</summary>
    public void BeginAttribute(ReadOnlySpan<byte> name)
    {
        Attribute = Lower(name);
        IsWritten = !MarkupTags.IsSilent(Attribute) && !(MarkupTags.IsNamed(Name) && Attribute is "name" or "id" or "property");
        _value.Clear();
    }

    /// <summary>A piece of the attribute's value.</summary>
    public void AddValue(ReadOnlySpan<byte> piece)
    {
        if (Attribute is not ("name" or "id" or "property" or "itemprop" or "placeholder" or "aria-label" or "colspan") || _value.Length > MaxLabel)
        {
            return;
        }

        _value.Append(Encoding.UTF8.GetString(piece[..Math.Min(piece.Length, MaxLabel)]));
        switch (Attribute)
        {
            case "colspan":
                Columns = int.TryParse(_value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? columns : 1;
                break;
            case "placeholder" or "aria-label":
                _placeholder = _value.ToString();
                break;
            case "id" when _label.Length > 0:
                break;
            default:
                _label = _value.ToString();
                break;
        }
    }

    private static string Lower(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[..Math.Min(name.Length, MaxLabel)]).ToLowerInvariant();
}
