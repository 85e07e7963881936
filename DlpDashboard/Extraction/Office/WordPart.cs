namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Reads a part of a WordprocessingML document (ECMA-376 part 1, 17: body, headers, footers, notes, comments) or the text of DrawingML (21: slides, their
/// notes and comments), which use the same names for the same things. Runs are joined; deleted text, field codes,
/// descriptions and the names of fields stand on lines of their own behind their paragraph. Of alternative contents the first is read.
/// </summary>
internal sealed class WordPart(PartXml xml, FlowText flow)
{
    private bool _isText;
    private bool _isLooseText;

    /// <summary>Reads the part behind its root element.</summary>
    public void Read()
    {
        while (xml.Read())
        {
            if (xml.IsText)
            {
                if (_isText || (_isLooseText && !xml.IsBlank))
                {
                    flow.Append(xml);
                }
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

        flow.EndParagraph();
    }

    private void Begin(string name)
    {
        switch (name)
        {
            case "p":
                flow.BeginParagraph();
                break;
            case "t":
                _isText = true;
                break;
            case "delText" or "instrText" or "delInstrText":
                flow.BeginAside();
                _isText = true;
                break;
            case "tab" or "ptab":
                flow.Append("\t");
                break;
            case "br" or "cr":
                flow.Append("\n");
                break;
            case "noBreakHyphen":
                flow.Append("-");
                break;
            case "lastRenderedPageBreak":
                flow.BreakPage();
                break;
            case "tbl":
                flow.BeginTable();
                break;
            case "tr":
                flow.BeginRow();
                break;
            case "tc":
                flow.BeginCell();
                break;
            case "text":
                _isLooseText = true;
                break;
            case "Fallback" or "pPr" or "rPr" or "tblPr" or "trPr" or "tcPr" or "tblGrid" or "sectPr":
                xml.Skip();
                break;
            default:
                BeginAside(name);
                break;
        }
    }

    // Words that are attributes.
    private void BeginAside(string name)
    {
        switch (name)
        {
            case "fldSimple":
                flow.AppendAside(xml.Attribute("instr"));
                break;
            case "docPr" or "cNvPr":
                flow.AppendAside(xml.Attribute("descr"));
                flow.AppendAside(xml.Attribute("title"));
                break;
            case "alias" or "statusText" or "helpText" or "default" or "tag":
                flow.AppendAside(xml.Attribute("val"));
                break;
            case "listItem":
                flow.AppendAside(xml.Attribute("displayText"));
                break;
            case "comment" or "cmAuthor" or "author":
                flow.AppendAside(xml.Attribute("author") ?? xml.Attribute("name"));
                break;
            default:
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p":
                flow.EndParagraph();
                break;
            case "t":
                _isText = false;
                break;
            case "delText" or "instrText" or "delInstrText":
                _isText = false;
                flow.EndAside();
                break;
            case "text":
                _isLooseText = false;
                flow.EndParagraph();
                break;
            case "tbl":
                flow.EndTable();
                break;
            default:
                break;
        }
    }
}
