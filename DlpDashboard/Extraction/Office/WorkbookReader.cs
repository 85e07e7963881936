using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>Reads a workbook (ECMA-376 part 1, 18): its shared texts first, then sheet after sheet in the order people see.</summary>
internal static class WorkbookReader
{
    private const int MaxSheets = 10_000;
    private const int MaxDefinition = 8 * 1024;

    /// <summary>Reads all sheets with their comments and drawings.</summary>
    public static async ValueTask ReadAsync(OfficePackage package, CancellationToken cancellationToken)
    {
        const string Main = "xl/workbook.xml";
        using var book = new BookParts(package.Budget.Limits);
        var relations = await PackageRelations.ReadAsync(package, Main, "", cancellationToken);
        await package.ReadAsync(relations.OfType("styles").FirstOrDefault("xl/styles.xml"), book.Formats.Read, cancellationToken);
        var strings = relations.OfType("sharedStrings").FirstOrDefault("xl/sharedStrings.xml");
        await package.ReadAsync(strings, xml => ReadStrings(xml, book.Strings), cancellationToken);
        if (book.Strings.IsCut)
        {
            package.Miss(strings, "Its cells have more texts than are kept: some were not read.");
        }

        var sheets = new List<(string Name, string Part)>();
        await package.ReadAsync(Main, xml => ReadBook(package, xml, book, relations, sheets), cancellationToken);
        foreach (var (name, part) in sheets)
        {
            await ReadSheetAsync(package, book, name, part, cancellationToken);
        }

        // Sheets that the workbook does not name any more are still in the file.
        foreach (var part in package.Names.Where(name => IsSheet(name) && package.IsLeft(name)).ToList())
        {
            await ReadSheetAsync(package, book, part[(part.LastIndexOf('/') + 1)..^".xml".Length], part, cancellationToken);
        }
    }

    private static bool IsSheet(string part) =>
        part.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask ReadSheetAsync(OfficePackage package, BookParts book, string name, string part, CancellationToken cancellationToken)
    {
        var relations = await PackageRelations.ReadAsync(package, part, name, cancellationToken);
        var sheet = new SheetText(package.Text, name);
        await package.ReadAsync(
            part,
            xml =>
            {
                package.Text.Open(package.Entry);
                new SheetPart(xml, package.Text, sheet, book).Read();
            },
            cancellationToken);
        foreach (var notes in relations.OfType("comments").Concat(relations.OfType("threadedComment")))
        {
            await package.ReadAsync(notes, xml => ReadNotes(package, xml, sheet), cancellationToken);
        }

        foreach (var drawing in relations.OfType("drawing"))
        {
            await OfficeReader.ReadFlowAsync(package, drawing, $"{name} drawing", cancellationToken);
        }
    }

    private static void ReadStrings(PartXml xml, SharedStrings strings)
    {
        var isText = false;
        while (xml.Read())
        {
            if (xml.IsText)
            {
                for (var chunk = isText ? xml.NextChunk() : default; !chunk.IsEmpty; chunk = xml.NextChunk())
                {
                    strings.Append(chunk);
                }
            }
            else if (xml.Name == "si")
            {
                if (xml.IsStart)
                {
                    strings.Begin();
                }
                else
                {
                    strings.End();
                }
            }
            else if (xml.Name == "t")
            {
                isText = xml.IsStart;
            }
            else if (xml.IsStart && xml.Name is "rPh" or "rPr")
            {
                xml.Skip();
            }
        }
    }

    private static void ReadBook(OfficePackage package, PartXml xml, BookParts book, PackageRelations relations, List<(string Name, string Part)> sheets)
    {
        package.Text.Open(package.Entry);
        while (xml.Read())
        {
            if (!xml.IsStart)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "workbookPr":
                    book.Is1904 = xml.Attribute("date1904") is "1" or "true" or "on";
                    break;
                case "sheet" when sheets.Count < MaxSheets && relations.ById(xml.RelationId()) is { } part:
                    sheets.Add((SafeText.Of(xml.Attribute("name") ?? ""), part));
                    break;
                case "definedName":
                    package.Text.Place(new FixedPlace("defined name", xml.Attribute("name") ?? ""), 0, 0);
                    package.Text.Append(xml.Text(MaxDefinition));
                    package.Text.Append("\n");
                    break;
                default:
                    break;
            }
        }
    }

    // Each comment under its cell, with who wrote it behind all.
    private static void ReadNotes(OfficePackage package, PartXml xml, SheetText sheet)
    {
        package.Text.Open(package.Entry);
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name is "comment" or "threadedComment")
            {
                package.Text.Place(sheet.PlaceOf(xml.Attribute("ref"), "comment"), 0, 0);
            }
            else if (xml.IsStart && xml.Name == "author")
            {
                package.Text.Place(sheet.PlaceOf(null, "author"), 0, 0);
            }
            else if (xml.IsText && !xml.IsBlank)
            {
                xml.CopyTo(package.Text);
            }
            else if (xml.IsEnd && xml.Name is "comment" or "threadedComment" or "author")
            {
                package.Text.Append("\n");
            }
        }
    }
}
