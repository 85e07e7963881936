using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Pages;

/// <summary>A custom detector to begin with.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Rule">The rule.</param>
internal sealed record CustomExample(string Title, CustomRule Rule)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CustomExample> All { get; } =
    [
        new("Employee number", Named("Employee number") with
        {
            Pattern = @"\bEMP-?\d{6}\b", RequiredWords = ["employee", "staff", "personnel", "hr"], Shown = ShownPart.LastTwo, Category = "identity",
        }),
        new("Customer number with a check digit", Named("Customer number") with
        {
            Pattern = @"\b\d{10}\b", RequiredWords = ["customer", "client", "account"], Distance = 60, Checksum = ChosenChecksum.Luhn, Likelihood = Likelihood.VeryLikely, Shown = ShownPart.LastTwo,
        }),
        new("Code names of projects", Named("Project code names") with { Kind = CustomKind.Words, Terms = ["Project Bluebird", "Project Tanager"], Severity = Severity.High }),
        new("Confidential documents", Named("Marked confidential") with { Kind = CustomKind.Words, Terms = ["strictly confidential", "company confidential", "internal use only"] }),
    ];

    private static CustomRule Named(string name) => new() { Id = CustomRule.IdPrefix + "new", Name = name, Kind = CustomKind.Pattern };
}
