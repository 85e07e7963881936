using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Catalogue;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;

namespace DlpDashboard.Detectors.Pages;

/// <summary>Detectors in words of people.</summary>
internal static class DetectorWords
{
    private const string Everywhere = "world";

    /// <summary>The categories there are, as a choice.</summary>
    public static IReadOnlyList<Option> Categories { get; } = [.. CustomRuleCheck.Categories.Select(category => new Option(category, Words.OfName(category)))];

    /// <summary>The regions there are, as a choice.</summary>
    public static IReadOnlyList<Option> Regions { get; } =
        [.. DetectorCatalogue.All.Select(detector => detector.Region).Distinct(StringComparer.Ordinal).Select(region => new Option(region, RegionOf(region))).OrderBy(option => option.Text, StringComparer.Ordinal)];

    /// <summary>The packs, as a choice.</summary>
    public static IReadOnlyList<Option> Packs { get; } = [.. DetectorPack.All.Select(pack => new Option(pack.Id, pack.Name))];

    /// <summary>On or off, as a choice.</summary>
    public static IReadOnlyList<Option> States { get; } = [new("on", "On"), new("off", "Off")];

    /// <summary>Who wrote it, as a choice.</summary>
    public static IReadOnlyList<Option> Kinds { get; } = [new("builtIn", "Built-in"), new("custom", "Your own")];

    /// <summary>Likelihoods, as a choice.</summary>
    public static IReadOnlyList<Option> Likelihoods { get; } = [.. Enum.GetValues<Likelihood>().Select(value => new Option(value.ToString(), Words.Of(value)))];

    /// <summary>Severities, as a choice.</summary>
    public static IReadOnlyList<Option> Severities { get; } = [.. Enum.GetValues<Severity>().Select(value => new Option(value.ToString(), Words.Of(value)))];

    /// <summary>Check digits, as a choice.</summary>
    public static IReadOnlyList<Option> Checksums { get; } =
    [
        new(nameof(ChosenChecksum.None), "None"),
        new(nameof(ChosenChecksum.Luhn), "Luhn (cards, IMEI)"),
        new(nameof(ChosenChecksum.Mod97), "Modulo 97, at the end (ISO 7064)"),
        new(nameof(ChosenChecksum.Iban), "Modulo 97, in front (IBAN)"),
        new(nameof(ChosenChecksum.Verhoeff), "Verhoeff"),
        new(nameof(ChosenChecksum.Damm), "Damm"),
        new(nameof(ChosenChecksum.Mod11), "Weighted modulo 11 (ISBN-10)"),
        new(nameof(ChosenChecksum.Mod1110), "Modulo 11,10 (ISO 7064)"),
    ];

    /// <summary>What is shown of values, as a choice.</summary>
    public static IReadOnlyList<Option> Shown { get; } =
        [new(nameof(ShownPart.Nothing), "Nothing"), new(nameof(ShownPart.LastTwo), "The last two characters"), new(nameof(ShownPart.FirstAndLastFour), "The first and last four")];

    /// <summary>The kinds of exclusion rules, as a choice.</summary>
    public static IReadOnlyList<Option> ExclusionKinds { get; } =
        [new(nameof(ExclusionKind.Value), "One exact value"), new(nameof(ExclusionKind.ValuePattern), "Values that fit an expression"), new(nameof(ExclusionKind.Path), "Objects by their path")];

    /// <summary>A region's name: the country's, or "Worldwide".</summary>
    public static string RegionOf(string region)
    {
        if (region is Everywhere or "EU")
        {
            return region == Everywhere ? "Worldwide" : "European Union";
        }

        try
        {
            return new RegionInfo(region).EnglishName is { Length: > 2 } name ? name : region;
        }
        catch (ArgumentException)
        {
            return region;
        }
    }

    /// <summary>"Never", "3 findings" or "3 findings, 2 of them called false".</summary>
    public static string Fired(DetectorTally? tally) => tally switch
    {
        null => "–",
        { Findings: 0 } => "Never",
        { FalsePositives: 0 } => Words.Counted(tally.Findings, "finding"),
        _ => $"{Words.Counted(tally.Findings, "finding")}, {Figures.Grouped(tally.FalsePositives)} called false",
    };

    /// <summary>The detector's or pack's name; the id where there is none.</summary>
    public static string NameOf(string id, IReadOnlyDictionary<string, string> customs) => DetectorCatalogue.Find(id)?.Name ?? customs.GetValueOrDefault(id) ?? DetectorPack.Find(id)?.Name ?? id;
}
