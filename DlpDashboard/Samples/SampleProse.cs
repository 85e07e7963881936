using System.Globalization;

namespace DlpDashboard.Samples;

/// <summary>Office prose without any private value, and what looks like one but is none.</summary>
internal static class SampleProse
{
    private static readonly string[] Things = ["delivery", "contract", "forecast", "release", "shipment", "survey", "budget", "inventory", "campaign", "review", "migration", "training"];
    private static readonly string[] Places = ["the north depot", "the harbour office", "the second floor", "the web shop", "the service desk", "the warehouse", "the new site"];
    private static readonly string[] Deeds = ["was moved to next week", "went as planned", "needs another look", "is waiting for approval", "was closed without remarks", "costs less than expected", "starts in spring"];
    private static readonly string[] Notes = ["please check", "see the attachment", "as agreed", "no further action", "numbers are preliminary", "to be confirmed"];

    /// <summary>A sentence.</summary>
    public static string Sentence(Dice dice) => dice.Below(16) == 0
        ? NearMiss(dice)
        : $"The {dice.Of(Things)} for {dice.Of(Places)} {dice.Of(Deeds)}; {dice.Of(Notes)}.";

    /// <summary>A few words.</summary>
    public static string Note(Dice dice) => $"{dice.Of(Things)} {dice.Of(Notes)}";

    /// <summary>One word.</summary>
    public static string Word(Dice dice) => dice.Of(Things);

    /// <summary>A day in 2024 or 2025, ISO 8601.</summary>
    public static string Day(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"{2024 + dice.Below(2)}-{1 + dice.Below(12):00}-{1 + dice.Below(28):00}");

    /// <summary>A time of day.</summary>
    public static string Clock(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"{dice.Below(24):00}:{dice.Below(60):00}:{dice.Below(60):00}");

    private static string NearMiss(Dice dice) => dice.Below(5) switch
    {
        0 => $"Order 4539{dice.Digits(9)} was packed.",
        1 => $"Passwords are changed by the service desk, ticket {dice.Digits(6)}.",
        2 => $"Part {dice.Digits(3)}-{dice.Digits(3)}-{dice.Digits(2)} is out of stock.",
        3 => $"Version {dice.Below(20)}.{dice.Below(20)}.{dice.Below(20)} was installed.",
        _ => $"Commit {dice.Text(40, "0123456789abcdef")} was reverted.",
    };
}
