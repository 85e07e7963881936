using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>What a part of an Open Packaging document refers to (ECMA-376 part 2, 6.5): other parts by id. Addresses outside are written as text.</summary>
internal sealed class PackageRelations
{
    private const int MaxRelations = 20_000;
    private const int MaxName = 256;

    private readonly Dictionary<string, (string Type, string Target)> _parts = new(StringComparer.Ordinal);

    /// <summary>The part's name behind an id, or null.</summary>
    public string? ById(string? id) => id is not null && _parts.TryGetValue(id, out var part) ? part.Target : null;

    /// <summary>The names of the parts of a type, told by its last word: <c>comments</c>, <c>slide</c>.</summary>
    public IEnumerable<string> OfType(string type) => _parts.Values.Where(part => part.Type == type).Select(part => part.Target);

    /// <summary>Reads the relations of a part; empty where it has none.</summary>
    /// <param name="package">The document.</param>
    /// <param name="part">The part that refers.</param>
    /// <param name="where">The part in words; empty for the document itself.</param>
    /// <param name="cancellationToken">Stops between nodes.</param>
    public static async ValueTask<PackageRelations> ReadAsync(OfficePackage package, string part, string where, CancellationToken cancellationToken)
    {
        var relations = new PackageRelations();
        var place = new FixedPlace(where.Length == 0 ? "link" : $"{where} link", "link");
        await package.ReadAsync(
            NameFor(part),
            xml =>
            {
                package.Text.Open(package.Entry);
                package.Text.Place(place, 0, 0);
                relations.Read(xml, part, package.Text);
            },
            cancellationToken);
        return relations;
    }

    private static string NameFor(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    private void Read(PartXml xml, string part, PlacedTextWriter text)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        while (xml.Read())
        {
            if (!xml.IsStart || xml.Name != "Relationship" || xml.Attribute("Target") is not { } target)
            {
                continue;
            }

            if (xml.Attribute("TargetMode") == "External")
            {
                text.Append(target.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(target) : target);
                text.Append("\n");
            }
            else if (target.Length <= MaxName && _parts.Count < MaxRelations && xml.Attribute("Id") is { Length: <= MaxName } id)
            {
                var type = xml.Attribute("Type") ?? "";
                _parts[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
            }
        }
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        while (target.StartsWith("../", StringComparison.Ordinal) && folder.Length > 0)
        {
            target = target[3..];
            folder = folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)];
        }

        return folder + target;
    }
}
