using System.Globalization;

namespace DlpDashboard.Extraction.Office;

/// <summary>The number formats of a workbook by the style numbers of its cells (ECMA-376 part 1, 18.8).</summary>
internal sealed class CellFormats
{
    private const int MaxFormats = 65_536;

    private readonly Dictionary<int, CellFormat> _own = [];
    private readonly List<CellFormat> _styles = [];

    /// <summary>The format of a style.</summary>
    public CellFormat this[int style] => style >= 0 && style < _styles.Count ? _styles[style] : CellFormat.Number;

    /// <summary>A format of the workbook's own.</summary>
    public void AddFormat(int id, string code)
    {
        if (_own.Count < MaxFormats)
        {
            _own[id] = CellFormat.Parse(code);
        }
    }

    /// <summary>The next style.</summary>
    public void AddStyle(int formatId)
    {
        if (_styles.Count < MaxFormats)
        {
            _styles.Add(_own.GetValueOrDefault(formatId) ?? CellFormat.BuiltIn(formatId));
        }
    }

    /// <summary>Reads the part <c>styles.xml</c>.</summary>
    public void Read(PartXml xml)
    {
        var isInCells = false;
        while (xml.Read())
        {
            if (xml.Name == "cellXfs")
            {
                isInCells = xml.IsStart;
            }
            else if (xml.IsStart && xml.Name == "numFmt" && Number(xml.Attribute("numFmtId")) is { } id)
            {
                AddFormat(id, xml.Attribute("formatCode") ?? "");
            }
            else if (xml.IsStart && isInCells && xml.Name == "xf")
            {
                AddStyle(Number(xml.Attribute("numFmtId")) ?? 0);
            }
        }
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
