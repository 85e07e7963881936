using System.Globalization;
using System.Text;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// The layout as it was sought beforehand: the file <c>Layout.txt</c> in this folder, written by <c>scripts/layout.sh</c>. A line a turn, <c>turn</c> and its offsets;
/// then a line a fingerprint, its bucket and its row; parted by tabs.
/// </summary>
internal static class LayoutTable
{
    private const string Resource = "Detection.Layout.txt";
    private const string Turn = "turn";

    /// <summary>The layout of these fingerprints; one the file does not have goes where it costs least.</summary>
    public static Layout Read(IReadOnlyList<Fingerprint> fingerprints)
    {
        var lines = Lines();
        sbyte[][] turns = [.. lines.Where(line => line[0] == Turn).Select(line => line[1].Split(' ').Select(offset => sbyte.Parse(offset, CultureInfo.InvariantCulture)).ToArray())];
        var buckets = lines.Where(line => line[0] != Turn).ToDictionary(line => line[1], line => int.Parse(line[0], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var layout = new Layout(turns, [.. fingerprints.Select(fingerprint => buckets.GetValueOrDefault(fingerprint.Row, -1))]);
        return layout.Buckets.Contains(-1) ? LayoutSearch.Complete(fingerprints, layout) : layout;
    }

    /// <summary>The fingerprints the file has.</summary>
    public static IEnumerable<string> Rows() => Lines().Where(line => line[0] != Turn).Select(line => line[1]);

    /// <summary>The file of a layout.</summary>
    public static string Write(IReadOnlyList<Fingerprint> fingerprints, Layout layout)
    {
        var file = new StringBuilder();
        foreach (var offsets in layout.Turns)
        {
            file.Append(Turn).Append('\t').AppendJoin(' ', offsets).Append('\n');
        }

        foreach (var (index, fingerprint) in fingerprints.Index().OrderBy(pair => pair.Item.Row, StringComparer.Ordinal))
        {
            file.Append(CultureInfo.InvariantCulture, $"{layout.Buckets[index]}\t{fingerprint.Row}\n");
        }

        return file.ToString();
    }

    private static List<string[]> Lines()
    {
        using var file = typeof(LayoutTable).Assembly.GetManifestResourceStream(Resource)!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return [.. Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2))];
    }
}
