namespace DlpDashboard.Extraction.Office;

/// <summary>Reads a workbook saved in binary parts ([MS-XLSB]): the same cells, texts, formats, comments and links as in XML.</summary>
internal static class BinaryWorkbook
{
    /// <summary>The part that names the sheets.</summary>
    public const string Main = "xl/workbook.bin";

    private const int MaxSheets = 10_000;

    /// <summary>Reads all sheets with their comments.</summary>
    public static async ValueTask ReadAsync(OfficePackage package, CancellationToken cancellationToken)
    {
        using var book = new BookParts(package.Budget.Limits);
        var relations = await PackageRelations.ReadAsync(package, Main, "", cancellationToken);
        await package.OpenAsync(relations.OfType("styles").FirstOrDefault("xl/styles.bin"), part => ReadStyles(new BinaryRecords(part), book.Formats), cancellationToken);
        await package.OpenAsync(relations.OfType("sharedStrings").FirstOrDefault("xl/sharedStrings.bin"), part => ReadStrings(new BinaryRecords(part), book.Strings), cancellationToken);
        var sheets = new List<(string Name, string Part)>();
        await package.OpenAsync(Main, part => ReadBook(new BinaryRecords(part), book, relations, sheets), cancellationToken);
        foreach (var (name, part) in sheets)
        {
            var sheet = new SheetText(package.Text, name);
            var linked = await PackageRelations.ReadAsync(package, part, name, cancellationToken);
            await package.OpenAsync(
                part,
                stream =>
                {
                    package.Text.Open(package.Entry);
                    new BinarySheet(new BinaryRecords(stream), package.Text, sheet, book).Read(cancellationToken);
                },
                cancellationToken);
            foreach (var notes in linked.OfType("comments"))
            {
                await package.OpenAsync(notes, stream => ReadNotes(package, new BinaryRecords(stream), sheet), cancellationToken);
            }
        }

        foreach (var name in package.Names.Where(IsFurniture).ToList())
        {
            package.PassOver(name);
        }
    }

    private static bool IsFurniture(string name) =>
        name is "xl/calcChain.bin" or "xl/metadata.bin" || name.Contains("/binaryIndex", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/tables/", StringComparison.OrdinalIgnoreCase);

    private static void ReadStyles(BinaryRecords records, CellFormats formats)
    {
        var isInCells = false;
        while (records.Read())
        {
            switch (records.Type)
            {
                case 44:
                    var at = 2;
                    formats.AddFormat(records.Short(0), records.Text(ref at).ToString());
                    break;
                case 617 or 618:
                    isInCells = records.Type == 617;
                    break;
                case 47 when isInCells:
                    formats.AddStyle(records.Short(2));
                    break;
                default:
                    break;
            }
        }
    }

    private static void ReadStrings(BinaryRecords records, SharedStrings strings)
    {
        while (records.Read())
        {
            if (records.Type == 19)
            {
                var at = 1;
                strings.Begin();
                strings.Append(records.Text(ref at));
                strings.End();
            }
        }
    }

    private static void ReadBook(BinaryRecords records, BookParts book, PackageRelations relations, List<(string Name, string Part)> sheets)
    {
        while (records.Read())
        {
            if (records.Type == 153)
            {
                book.Is1904 = (records.Byte(0) & 1) != 0;
            }
            else if (records.Type == 156 && sheets.Count < MaxSheets)
            {
                var at = 8;
                var part = relations.ById(records.Text(ref at).ToString());
                var name = SafeText.Of(records.Text(ref at).ToString());
                if (part is not null)
                {
                    sheets.Add((name, part));
                }
            }
        }
    }

    private static void ReadNotes(OfficePackage package, BinaryRecords records, SheetText sheet)
    {
        package.Text.Open(package.Entry);
        while (records.Read())
        {
            var at = records.Type == 632 ? 0 : 1;
            switch (records.Type)
            {
                case 632:
                    package.Text.Place(sheet.PlaceOf(null, "author"), 0, 0);
                    break;
                case 635:
                    package.Text.Place(sheet.PlaceOf(SheetText.CellName(records.Number(4) + 1L, (int)Math.Min(records.Number(12), 16_383)), "comment"), 0, 0);
                    continue;
                case 637:
                    break;
                default:
                    continue;
            }

            package.Text.Append(records.Text(ref at));
            package.Text.Append("\n");
        }
    }
}
