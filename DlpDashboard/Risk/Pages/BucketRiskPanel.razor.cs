using System.Globalization;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Pages;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.UI;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Risk.Pages;

/// <summary>A bucket's risk: three numbers, how they come about, and what to do next.</summary>
public sealed partial class BucketRiskPanel : ComponentBase
{
    private const int LinesShown = 20;

    /// <summary>The risk.</summary>
    [Parameter, EditorRequired]
    public BucketRiskView Risk { get; set; } = default!;

    private IReadOnlyList<SensitivityLine> Lines => [.. Risk.Joined.Sensitivity.Lines.Take(LinesShown)];

    private string ExposureSub => RiskSentence.Reach(Risk.Joined.Exposure) + (Risk.Joined.Exposure.IsAccepted ? "; accepted for a time" : "");

    private string Sensitivity => Risk.SensitivityBand is SensitivityBand.None or SensitivityBand.Unknown ? RiskWords.Of(Risk.SensitivityBand) : $"{Math.Round(Risk.Joined.Sensitivity.Known)} of 100";

    private string FoundSub => Risk.Joined.Sensitivity.Lines is [] ? "no finding to decide on"
        : $"{Words.Counted(Risk.Joined.Sensitivity.Lines.Sum(line => line.Values), "value")}, {Words.Counted(Risk.Joined.Sensitivity.Lines.Count, "kind")} of data";

    private string Covered => Risk.Joined.Cover.Share switch
    {
        null => "A part",
        0 => "Nothing",
        1 => Risk.Joined.Cover.Objects == 0 ? "Empty" : "All",
        { } share => Figures.Percent(share),
    };

    private string Sum
    {
        get
        {
            var counted = Risk.Joined.Sensitivity.Counted;
            var ground = JoinedRisk.Ground;
            return string.Create(CultureInfo.InvariantCulture, $"Exposure {Risk.Joined.Weight} × ({ground:0.##} + {1 - ground:0.##} × sensitivity {counted:0.#} ÷ 100) = {Risk.Joined.Value}");
        }
    }

    private IReadOnlyList<Step> Steps => [.. StepsOf()];

    private IEnumerable<Step> StepsOf()
    {
        var head = Risk.Head;
        if (Risk.Exposure >= ExposureLevel.Public)
        {
            yield return new Step("See who gets in and close it", Links.Bucket(head.BucketId, BucketAddress.Access), $"With its own account only it would weigh {JoinedRisk.WeightOf(ExposureLevel.Private)} instead of {Risk.Joined.Weight}.");
        }
        else if (Risk.Exposure == ExposureLevel.Unknown)
        {
            yield return new Step("Have its configuration read", Links.SecurityOf(head.EndpointId), "Who can reach it is not known, and counts as more than private.");
        }

        if (Risk.Joined.Sensitivity.Lines.Count > 0)
        {
            yield return new Step("Decide on its findings", Links.FindingsBy(head.EndpointId, head.Bucket, status: "open"), "What is resolved or a false positive counts no more.");
        }

        if (!Risk.Joined.Cover.IsComplete)
        {
            yield return new Step("Scan the rest of it", Links.StartScan(head.EndpointId), "What was not scanned is not known, and counts until it is.");
        }
    }

    private static string Short(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Step(string Action, string Href, string Why);
}
