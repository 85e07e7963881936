using System.Globalization;
using System.Text;

namespace DlpDashboard.Extraction.Json;

/// <summary>Writes a JSON path (RFC 9535) of bounded length: <c>$.users[0]['odd name']</c>.</summary>
internal sealed class JsonPath
{
    private const int MaxLength = 1024;

    private readonly StringBuilder _text = new("$");
    private bool _isFull;

    /// <summary>Adds one step: an index in an array, a name in an object; an empty name adds nothing.</summary>
    public void Add(bool isArray, int index, ReadOnlySpan<byte> name)
    {
        if (_isFull || (!isArray && name.IsEmpty))
        {
            return;
        }

        if (_text.Length > MaxLength)
        {
            _isFull = true;
            _text.Append('…');
        }
        else if (isArray)
        {
            _text.Append(CultureInfo.InvariantCulture, $"[{index}]");
        }
        else
        {
            AddName(name);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void AddName(ReadOnlySpan<byte> name)
    {
        Span<byte> resolved = stackalloc byte[name.Length];
        var length = JsonEscapes.Write(name, resolved, isFinal: true, out _, out _);
        var text = SafeText.Of(resolved[..length]);
        if (IsShort(text))
        {
            _text.Append('.').Append(text);
        }
        else
        {
            _text.Append("['").Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
    }

    // The shorthand's letters are those of RFC 9535: ASCII letters, digits, '_' and all above ASCII; no digit first.
    private static bool IsShort(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_' && c < 0x80)
            {
                return false;
            }
        }

        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }
}
