using System.Globalization;
using DlpDashboard.Detection;

namespace DlpDashboard.Risk.Arithmetic;

/// <summary>Says in one sentence why a bucket's risk is what it is: who reaches it, what was found in it, how much of it was read.</summary>
public static class RiskSentence
{
    // What follows the noun that stands for the value.
    private static readonly string[] Tails = [" (", " with ", " of ", " in "];
    private static readonly string[] PlainSecrets = ["Connection", "Private", "Password", "Address", "Signed"];

    /// <summary>The sentence.</summary>
    /// <param name="exposure">Who can reach it.</param>
    /// <param name="kinds">What was found, the weightiest first; as many as are kept.</param>
    /// <param name="more">How many kinds there are beside these.</param>
    /// <param name="cover">How much of it was read.</param>
    /// <param name="ownNames">Names of the organisation's own detectors by id.</param>
    public static string Of(BucketExposureFacts exposure, IReadOnlyList<FoundType> kinds, int more, BucketCover cover, IReadOnlyDictionary<string, string> ownNames)
    {
        var reach = Reach(exposure) + (exposure.IsAccepted && exposure.Level >= ExposureLevel.Public ? " (which somebody has accepted)" : "");
        if (kinds.Count == 0)
        {
            return cover.IsComplete ? $"{reach}; nothing sensitive was found in it, and {Covered(cover)}."
                : cover.Share is 0 ? $"{reach}, and nobody knows what lies in it: none of it was scanned."
                : $"{reach}; nothing sensitive was found in it so far, but {Covered(cover)}.";
        }

        var shown = kinds.Take(2).Select(kind => $"{Number(kind.Values)} {NameOf(kind, ownNames)}").ToList();
        var others = kinds.Count + more - shown.Count;
        var what = string.Join(others > 0 ? ", " : " and ", shown) + (others > 0 ? $" and {Number(others)} more {(others == 1 ? "kind" : "kinds")} of data" : "");
        var isOne = kinds.Count + more == 1;
        var objects = kinds[0].Objects;
        var where = isOne ? $" in {Number(objects)} {(objects == 1 ? "object" : "objects")}" : "";
        return $"{reach}, and {what} {(isOne && kinds[0].Values == 1 ? "was" : "were")} found{where}; {Covered(cover)}.";
    }

    /// <summary>Who can reach it, as the beginning of a sentence.</summary>
    public static string Reach(BucketExposureFacts exposure) => exposure.Level switch
    {
        ExposureLevel.AnonymousWrite or ExposureLevel.AnonymousRead => $"Anybody can {string.Join(" and ", exposure.Anonymous)} it",
        ExposureLevel.Public => "The provider calls it public",
        ExposureLevel.CrossAccount => exposure.OtherAccounts == 1 ? "One other account can reach it" : $"{Number(exposure.OtherAccounts)} other accounts can reach it",
        ExposureLevel.BroadNetwork => exposure.IsFolder ? "Every account of its machine can reach it" : "Whoever holds a key reaches it from every network",
        ExposureLevel.Private => "Only its own account reaches it",
        _ => exposure.IsRead ? "Who can reach it could not be read completely" : "Who can reach it was never read",
    };

    /// <summary>How much was read.</summary>
    public static string Covered(BucketCover cover) => cover.Share switch
    {
        null => "only a part of it was scanned",
        1 => cover.Objects == 0 ? "it is empty" : "all of it was scanned",
        0 => cover.Objects == 0 ? "none of it was scanned" : "none of it was scanned completely",
        { } share => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of it was scanned"),
    };

    /// <summary>A detector's name as a noun for one or many.</summary>
    internal static string NameOf(FoundType kind, IReadOnlyDictionary<string, string> ownNames)
    {
        if (DetectorCatalogue.Find(kind.Detector) is not { } known)
        {
            return $"{(kind.Values == 1 ? "value" : "values")} of “{ownNames.GetValueOrDefault(kind.Detector) ?? kind.Detector}”";
        }

        var isPlain = known.Region == "world" && known.Name.Length > 1 && !char.IsUpper(known.Name[1]) && (known.Category != "secret" || PlainSecrets.Contains(known.Name.Split(' ')[0]));
        var name = isPlain ? char.ToLowerInvariant(known.Name[0]) + known.Name[1..] : known.Name;
        return kind.Values == 1 ? name : Plural(name);
    }

    private static string Plural(string name)
    {
        var bracket = Tails.Select(tail => name.IndexOf(tail, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        var (noun, rest) = bracket < 0 ? (name, "") : (name[..bracket], name[bracket..]);
        var plural = noun.EndsWith('s') ? noun + "es"
            : noun.Length > 1 && noun.EndsWith('y') && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) ? noun[..^1] + "ies"
            : noun + "s";
        return plural + rest;
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
