namespace DlpDashboard.Extraction.Office;

/// <summary>Reads an OpenDocument package (OASIS ODF 1.3 part 2): contents, headers and footers, properties, embedded objects.</summary>
internal static class OpenDocumentReader
{
    /// <summary>Reads all parts with text.</summary>
    public static async ValueTask ReadAsync(OfficePackage package, CancellationToken cancellationToken)
    {
        package.Name(ContentKinds.Office);
        var isEncrypted = false;
        await package.ReadAsync("META-INF/manifest.xml", xml => isEncrypted = HasPassword(xml), cancellationToken);
        if (isEncrypted)
        {
            package.MarkEncrypted();
            foreach (var name in package.Names.ToList())
            {
                package.PassOver(name);
            }

            return;
        }

        await ReadPartAsync(package, "content.xml", "", cancellationToken);
        await ReadPartAsync(package, "styles.xml", "header and footer", cancellationToken);
        await package.ReadAsync(
            "meta.xml",
            xml =>
            {
                package.Text.Open(package.Entry);
                new DataPart(package.Text, "properties").Read(xml);
            },
            cancellationToken);
        foreach (var name in package.Names.Where(name => name.EndsWith("/content.xml", StringComparison.Ordinal)).ToList())
        {
            await ReadPartAsync(package, name, name[..^"/content.xml".Length], cancellationToken);
        }

        foreach (var name in package.Names.Where(name => name.EndsWith("/styles.xml", StringComparison.Ordinal) || name is "settings.xml" || name.EndsWith("/settings.xml", StringComparison.Ordinal)).ToList())
        {
            package.PassOver(name);
        }
    }

    private static ValueTask ReadPartAsync(OfficePackage package, string name, string where, CancellationToken cancellationToken) => package.ReadAsync(
        name,
        xml =>
        {
            package.Text.Open(package.Entry);
            new OpenDocumentPart(xml, package.Text, where, package.Entry, where.Length == 0 ? package.Name : _ => { }).Read();
        },
        cancellationToken);

    private static bool HasPassword(PartXml xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "encryption-data")
            {
                return true;
            }
        }

        return false;
    }
}
