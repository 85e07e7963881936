using System.Globalization;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Reads the XML of an OpenDocument text, presentation or drawing, and finds the sheets of a spreadsheet for <see cref="OpenDocumentSheet"/>.
/// </summary>
/// <param name="xml">The part.</param>
/// <param name="text">Writes the text; its segment is open.</param>
/// <param name="where">The part in words; empty for the document's body.</param>
/// <param name="entry">The entry the document is, or null.</param>
/// <param name="name">Told what the document is called.</param>
internal sealed class OpenDocumentPart(PartXml xml, PlacedTextWriter text, string where, string? entry, Action<string> name)
{
    private const int MaxSpaces = 256;

    private FlowText _flow = new(text, where);
    private int _paragraphs;
    private int _pages;
    private bool _isSpreadsheet;

    /// <summary>Reads the part to its end.</summary>
    public void Read()
    {
        while (xml.Read())
        {
            if (xml.IsText)
            {
                WriteText();
            }
            else if (xml.IsStart)
            {
                Begin(xml.Name);
            }
            else if (xml.IsEnd)
            {
                End(xml.Name);
            }
        }

        _flow.EndParagraph();
    }

    private void WriteText()
    {
        if (_paragraphs > 0)
        {
            if (xml.IsBlank)
            {
                _flow.Append(" ");
            }
            else
            {
                _flow.Append(xml);
            }
        }
        else if (!xml.IsBlank)
        {
            // Words outside paragraphs: who wrote a comment, descriptions.
            _flow.BeginAside();
            _flow.Append(xml);
            _flow.EndAside();
        }
    }

    private void Begin(string element)
    {
        switch (element)
        {
            case "p" or "h":
                _paragraphs++;
                _flow.BeginParagraph();
                break;
            case "table" when _isSpreadsheet:
                _flow.EndParagraph();
                text.Close();
                text.Open(entry);
                new OpenDocumentSheet(xml, new SheetText(text, xml.Attribute("name") ?? "")).Read();
                break;
            case "table":
                _flow.BeginTable();
                break;
            case "table-row":
                _flow.BeginRow();
                break;
            case "table-cell":
                _flow.BeginCell();
                break;
            case "page":
                _flow.EndParagraph();
                _flow = new FlowText(text, string.Create(CultureInfo.InvariantCulture, $"slide {++_pages}"));
                break;
            case "notes" when _pages > 0:
                _flow.EndParagraph();
                _flow = new FlowText(text, string.Create(CultureInfo.InvariantCulture, $"slide {_pages} notes"));
                break;
            case "automatic-styles" or "styles" or "font-face-decls" or "scripts" or "settings" or "binary-data":
                xml.Skip();
                break;
            default:
                BeginOther(element);
                break;
        }
    }

    private void BeginOther(string element)
    {
        switch (element)
        {
            case "s":
                var isCounted = int.TryParse(xml.Attribute("c"), NumberStyles.None, CultureInfo.InvariantCulture, out var spaces);
                _flow.Append(new string(' ', isCounted ? Math.Clamp(spaces, 1, MaxSpaces) : 1));
                break;
            case "tab":
                _flow.Append("\t");
                break;
            case "line-break":
                _flow.Append("\n");
                break;
            case "soft-page-break":
                _flow.BreakPage();
                break;
            case "a":
                _flow.AppendAside(xml.Attribute("href"));
                break;
            case "text" when _paragraphs == 0:
                name(ContentKinds.OpenText);
                break;
            case "spreadsheet":
                _isSpreadsheet = true;
                name(ContentKinds.OpenSheet);
                break;
            case "presentation":
                name(ContentKinds.OpenSlides);
                break;
            default:
                _flow.AppendAside(xml.Attribute("string-value") ?? xml.Attribute("current-value"));
                break;
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "p" or "h":
                _paragraphs--;
                if (_paragraphs == 0)
                {
                    _flow.EndParagraph();
                }

                break;
            case "table":
                _flow.EndTable();
                break;
            default:
                break;
        }
    }
}
