using System.Text;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Makes office documents for tests, part by part.</summary>
internal static class OfficeFiles
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Package(params (string Name, string Xml)[] parts) => Zipping.Zip(
        [("[Content_Types].xml", Zipping.Text($"{Head}<Types/>")), .. parts.Select(part => (part.Name, Zipping.Text(part.Xml)))]);

    public static (string Name, string Xml) Part(string name, string xml) => (name, Head + xml);

    public static (string Name, string Xml) Links(string name, params (string Id, string Type, string Target)[] links) => Part(
        name,
        $"<Relationships>{string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{Relations}/{link.Type}\" Target=\"{link.Target}\"{(link.Target.Contains(':') ? " TargetMode=\"External\"" : "")}/>"))}</Relationships>");

    public static byte[] Word(string body, params (string Name, string Xml)[] more) =>
        Package([Part("word/document.xml", $"<w:document xmlns:w=\"w\" xmlns:wp=\"wp\"><w:body>{body}</w:body></w:document>"), .. more]);

    public static byte[] Slides(int count, Func<int, string> body, params (string Name, string Xml)[] more)
    {
        var numbers = Enumerable.Range(1, count).ToList();
        return Package(
        [
            Part("ppt/presentation.xml", $"<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst>{string.Concat(numbers.Select(n => $"<p:sldId id=\"{n + 255}\" r:id=\"r{n}\"/>"))}</p:sldIdLst></p:presentation>"),
            Links("ppt/_rels/presentation.xml.rels", [.. numbers.Select(n => ($"r{n}", "slide", $"slides/slide{count + 1 - n}.xml"))]),
            .. numbers.Select(n => Part($"ppt/slides/slide{count + 1 - n}.xml", $"<p:sld xmlns:p=\"p\" xmlns:a=\"a\">{body(n)}</p:sld>")),
            .. more,
        ]);
    }

    public static byte[] Book(IReadOnlyList<(string Name, string Rows)> sheets, params (string Name, string Xml)[] more)
    {
        var numbered = sheets.Select((sheet, i) => (sheet.Name, sheet.Rows, Number: i + 1)).ToList();
        return Package(
        [
            Part("xl/workbook.xml", $"<workbook xmlns:r=\"r\"><workbookPr/><sheets>{string.Concat(numbered.Select(s => $"<sheet name=\"{s.Name}\" sheetId=\"{s.Number}\" r:id=\"r{s.Number}\"/>"))}</sheets></workbook>"),
            Links("xl/_rels/workbook.xml.rels", [.. numbered.Select(s => ($"r{s.Number}", "worksheet", $"worksheets/sheet{s.Number}.xml"))]),
            .. numbered.Select(s => Part($"xl/worksheets/sheet{s.Number}.xml", $"<worksheet xmlns:r=\"r\"><sheetData>{s.Rows}</sheetData></worksheet>")),
            .. more,
        ]);
    }

    public static (string Name, string Xml) Strings(params string[] texts) =>
        Part("xl/sharedStrings.xml", $"<sst>{string.Concat(texts.Select(text => text.StartsWith('<') ? $"<si>{text}</si>" : $"<si><t>{text}</t></si>"))}</sst>");

    public static byte[] Open(string body, params (string Name, string Xml)[] more) => Zipping.Zip(
    [
        ("mimetype", Zipping.Text("application/vnd.oasis.opendocument.text")),
        ("content.xml", Zipping.Text(OpenXml(body))),
        ("META-INF/manifest.xml", Zipping.Text("<manifest:manifest xmlns:manifest=\"m\"/>")),
        .. more.Select(part => (part.Name, Zipping.Text(part.Xml))),
    ]);

    public static string OpenXml(string body) =>
        $"{Head}<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"tb\" xmlns:draw=\"d\" xmlns:presentation=\"p\" xmlns:xlink=\"x\" xmlns:dc=\"dc\" xmlns:meta=\"m\">{body}</office:document-content>";

    public static byte[] Utf16(string xml) => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml)];
}
