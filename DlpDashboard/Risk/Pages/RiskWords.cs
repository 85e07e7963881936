using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.UI;

namespace DlpDashboard.Risk.Pages;

/// <summary>Levels and bands in words.</summary>
internal static class RiskWords
{
    /// <summary>Who can reach it, shortly.</summary>
    public static string Of(ExposureLevel level) => level switch
    {
        ExposureLevel.AnonymousWrite => "Anybody can change it",
        ExposureLevel.AnonymousRead => "Anybody can read or list it",
        ExposureLevel.Public => "Public, says the provider",
        ExposureLevel.CrossAccount => "Other accounts",
        ExposureLevel.BroadNetwork => "Wide network",
        ExposureLevel.Private => "Own account only",
        _ => "Not known",
    };

    /// <summary>The same in a word or two, for where there is little room.</summary>
    public static string Short(ExposureLevel level) => level switch
    {
        ExposureLevel.AnonymousWrite or ExposureLevel.AnonymousRead => "Anybody",
        ExposureLevel.Public => "Public",
        ExposureLevel.Private => "Private",
        _ => Of(level),
    };

    /// <summary>How sensitive, shortly.</summary>
    public static string Of(SensitivityBand band) => band switch
    {
        SensitivityBand.None => "Nothing found",
        SensitivityBand.Unknown => "Not known",
        _ => Words.Of(band),
    };

    /// <summary>The tone of an exposure.</summary>
    public static Tone ToneOf(ExposureLevel level) => level switch
    {
        >= ExposureLevel.Public => Tone.Bad,
        ExposureLevel.Private => Tone.Good,
        ExposureLevel.Unknown => Tone.Neutral,
        _ => Tone.Warn,
    };

    /// <summary>How much was read, shortly.</summary>
    public static string Covered(double? share) => share switch
    {
        null => "a part",
        0 => "none",
        1 => "all",
        { } some => Figures.Percent(some),
    };
}
