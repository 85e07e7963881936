namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Reads the parts of an office document that hold text for people, by the folders its parts stand in. Pictures, macros and embedded documents
/// are left to be read as entries of the zip.
/// </summary>
internal static class OfficeReader
{
    private static readonly string[] Furniture =
    [
        "/styles.xml", "/stylesWithEffects.xml", "/fontTable.xml", "/webSettings.xml", "/numbering.xml", "/calcChain.xml", "/presProps.xml", "/viewProps.xml",
        "/tableStyles.xml", "layout-cache", "mimetype", "manifest.rdf", ".odttf", ".fntdata", "[Content_Types].xml",
    ];

    /// <summary>Reads a document.</summary>
    public static async ValueTask ReadAsync(OfficePackage package, CancellationToken cancellationToken)
    {
        if (package.Has("content.xml"))
        {
            await OpenDocumentReader.ReadAsync(package, cancellationToken);
        }
        else if (HasFolder(package, "word/"))
        {
            package.Name(ContentKinds.Word);
            await ReadWordAsync(package, cancellationToken);
        }
        else if (HasFolder(package, "xl/"))
        {
            package.Name(package.Has(BinaryWorkbook.Main) ? "xlsb" : ContentKinds.Excel);
            await (package.Has(BinaryWorkbook.Main) ? BinaryWorkbook.ReadAsync(package, cancellationToken) : WorkbookReader.ReadAsync(package, cancellationToken));
        }
        else if (HasFolder(package, "ppt/"))
        {
            package.Name(ContentKinds.PowerPoint);
            await ReadSlidesAsync(package, cancellationToken);
        }
        else if (HasFolder(package, "docProps/") || HasFolder(package, "visio/"))
        {
            package.Name(ContentKinds.Office);
        }
        else
        {
            // A package of another trade, as of programs or libraries: a zip like any other.
            return;
        }

        await ReadRestAsync(package, cancellationToken);
    }

    /// <summary>Reads a part of running text; a part that has none, by its names and values.</summary>
    /// <param name="package">The document.</param>
    /// <param name="part">The part's name.</param>
    /// <param name="where">The part in words; null where its root element tells.</param>
    /// <param name="cancellationToken">Stops between nodes.</param>
    public static ValueTask ReadFlowAsync(OfficePackage package, string part, string? where, CancellationToken cancellationToken) => package.ReadAsync(
        part,
        xml =>
        {
            package.Text.Open(package.Entry);
            while (!xml.IsStart && xml.Read())
            {
            }

            if ((where ?? WhereOf(xml.Name)) is { } words)
            {
                new WordPart(xml, new FlowText(package.Text, words)).Read();
            }
            else
            {
                new DataPart(package.Text, part).Read(xml);
            }
        },
        cancellationToken);

    private static bool HasFolder(OfficePackage package, string folder) => package.Names.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    private static async ValueTask ReadWordAsync(OfficePackage package, CancellationToken cancellationToken)
    {
        await ReadFlowAsync(package, "word/document.xml", "", cancellationToken);
        foreach (var part in XmlParts(package).Where(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            await ReadFlowAsync(package, part, null, cancellationToken);
        }
    }

    // What the root elements of running text are called by people; null for parts that hold values.
    private static string? WhereOf(string root) => root switch
    {
        "document" => "",
        "hdr" => "header",
        "ftr" => "footer",
        "footnotes" or "endnotes" or "comments" => root,
        "glossaryDocument" => "building blocks",
        "sldLayout" => "slide layout",
        "sldMaster" => "slide master",
        "notesMaster" => "notes master",
        "handoutMaster" => "handout master",
        "cmLst" or "cmAuthorLst" or "authorLst" => "comments",
        "wsDr" => "drawing",
        _ => null,
    };

    private static async ValueTask ReadSlidesAsync(OfficePackage package, CancellationToken cancellationToken)
    {
        const string Main = "ppt/presentation.xml";
        var relations = await PackageRelations.ReadAsync(package, Main, "", cancellationToken);
        var slides = new List<string>();
        await package.ReadAsync(
            Main,
            xml =>
            {
                while (xml.Read())
                {
                    if (xml.IsStart && xml.Name == "sldId" && relations.ById(xml.RelationId()) is { } slide && slides.Count < package.Budget.Limits.Entries)
                    {
                        slides.Add(slide);
                    }
                }
            },
            cancellationToken);
        for (var number = 1; number <= slides.Count; number++)
        {
            var where = $"slide {number}";
            var linked = await PackageRelations.ReadAsync(package, slides[number - 1], where, cancellationToken);
            await ReadFlowAsync(package, slides[number - 1], where, cancellationToken);
            foreach (var (type, name) in new[] { ("notesSlide", "notes"), ("comments", "comments") })
            {
                foreach (var part in linked.OfType(type))
                {
                    await ReadFlowAsync(package, part, $"{where} {name}", cancellationToken);
                }
            }
        }
    }

    private static async ValueTask ReadRestAsync(OfficePackage package, CancellationToken cancellationToken)
    {
        foreach (var name in package.Names.ToList())
        {
            if (IsFurniture(name))
            {
                package.PassOver(name);
            }
        }

        foreach (var name in package.Names.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            var part = name.Replace("_rels/", "", StringComparison.OrdinalIgnoreCase)[..^".rels".Length];
            await PackageRelations.ReadAsync(package, part, part, cancellationToken);
        }

        foreach (var name in XmlParts(package).ToList())
        {
            if (name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase))
            {
                await package.ReadAsync(name, xml => ReadData(package, xml, "properties"), cancellationToken);
            }
            else
            {
                await ReadFlowAsync(package, name, null, cancellationToken);
            }
        }
    }

    private static void ReadData(OfficePackage package, PartXml xml, string where)
    {
        package.Text.Open(package.Entry);
        new DataPart(package.Text, where).Read(xml);
    }

    private static IEnumerable<string> XmlParts(OfficePackage package) =>
        package.Names.Where(name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && package.IsLeft(name) && !IsFurniture(name));

    private static bool IsFurniture(string name) =>
        Furniture.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        || name.Contains("/theme/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("docProps/thumbnail", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Thumbnails/", StringComparison.Ordinal)
        || name.Contains("printerSettings", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Configurations2/", StringComparison.Ordinal);
}
