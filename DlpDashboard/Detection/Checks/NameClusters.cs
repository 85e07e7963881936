namespace DlpDashboard.Detection.Checks;

/// <summary>
/// Fingerprints under which given names stand: names of the same length with first letters of one group share one, whose classes are what these names have at each place. Of ten words in
/// capitals it lets about one through, which a hash then decides on.
/// </summary>
internal static class NameClusters
{
    private const int Shortest = 4, Longest = 8;

    private static readonly string[] Groups = ["A", "BP", "CG", "DT", "EIFV", "HK", "J", "L", "MN", "OUYWXZQ", "RS"];

    // Letters, control characters and all bytes of 128 and above.
    private const string AnyLetter = "[^ -@[-`{-~]", NoAscii = "[^ -~]";

    /// <summary>The fingerprints of names.</summary>
    public static IEnumerable<string> Fingerprints(IReadOnlyList<string> names) => [.. Plain(names), .. Long(names), .. Accented(names)];

    private static IEnumerable<string> Plain(IReadOnlyList<string> names) =>
        from name in names
        where name.Length is >= Shortest and <= Longest && name.All(char.IsAsciiLetter)
        group name by (Group: Array.FindIndex(Groups, letters => letters.Contains(name[0], StringComparison.Ordinal)), name.Length) into cluster
        where cluster.Key.Group >= 0
        orderby cluster.Key.Group, cluster.Key.Length
        select @"[^\w/\\.@\-]|" + string.Concat(Enumerable.Range(0, cluster.Key.Length).Select(place => ClassOf(cluster.Select(name => name[place])))) + @"[^\w@/\\]";

    // Of longer names the first letters.
    private static IEnumerable<string> Long(IReadOnlyList<string> names) =>
        from name in names
        where name.Length > Longest && name.All(char.IsAsciiLetter)
        group name by Array.FindIndex(Groups, letters => letters.Contains(name[0], StringComparison.Ordinal)) into cluster
        where cluster.Key >= 0 && cluster.Count() > 1
        orderby cluster.Key
        select @"[^\w/\\.@\-]|" + string.Concat(Enumerable.Range(0, Longest + 1).Select(place => ClassOf(cluster.Select(name => name[place]))));

    // By the place of the first letter beyond ASCII, which few words have, as far as the shortest of them goes.
    private static IEnumerable<string> Accented(IReadOnlyList<string> names) =>
        from name in names
        where char.IsAsciiLetter(name[0]) && !name.All(char.IsAsciiLetter)
        let bytes = System.Text.Encoding.UTF8.GetBytes(name)
        where bytes.Length > Shortest
        group bytes by Array.FindIndex(bytes, sign => sign >= 0x80) into cluster
        orderby cluster.Key
        select @"[^\w/\\.@\-]|" + string.Concat(Enumerable.Range(0, cluster.Min(name => name.Length)).Select(place =>
            place == cluster.Key || place == cluster.Key + 1 ? NoAscii : cluster.Any(name => name[place] >= 0x80) ? AnyLetter : ClassOf(cluster.Select(name => (char)name[place]))));

    private static string ClassOf(IEnumerable<char> letters)
    {
        var distinct = string.Concat(letters.Distinct().Order());
        return distinct.Length == 1 ? distinct : $"[{distinct}]";
    }
}
