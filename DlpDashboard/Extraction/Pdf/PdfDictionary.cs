namespace DlpDashboard.Extraction.Pdf;

/// <summary>
/// A dictionary object (7.3.7). Values are null, <c>bool</c>, <c>double</c>, <c>byte[]</c> (strings), <see cref="PdfName"/>, <c>List&lt;object?&gt;</c> (arrays),
/// <see cref="PdfDictionary"/> or <see cref="PdfReference"/>, which is not followed here.
/// </summary>
internal sealed class PdfDictionary
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>The keys.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>A value as it stands, or null.</summary>
    public object? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }

    /// <summary>A name's text, or null where the value is none.</summary>
    public string? NameOf(string key) => (this[key] as PdfName)?.Text;

    /// <summary>A number, or null.</summary>
    public double? NumberOf(string key) => this[key] as double?;

    /// <summary>A whole number within bounds, or null.</summary>
    public int? IntegerOf(string key) => this[key] is double number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
}
