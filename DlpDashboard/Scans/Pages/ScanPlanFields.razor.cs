using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Pages;

/// <summary>The plan's editor.</summary>
public sealed partial class ScanPlanFields
{
    /// <summary>The plan.</summary>
    [Parameter, EditorRequired]
    public ScanPlan Value { get; set; } = ScanPlan.Everything;

    /// <summary>Another plan; not checked: it may break rules of <see cref="ScanPlanCheck"/>.</summary>
    [Parameter, EditorRequired]
    public EventCallback<ScanPlan> ValueChanged { get; set; }

    /// <summary>What to say at which fields (<see cref="ScanPlanCheck.Problems"/>, or a refusal of the server).</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>How many objects a sample would be drawn from, where it is known: makes the bound a number.</summary>
    [Parameter]
    public long? Objects { get; set; }

    /// <summary>Before the ids of the controls, where a page has several editors.</summary>
    [Parameter]
    public string Prefix { get; set; } = "plan-";

    private decimal? Percent => Value.SamplePercent is { } percent ? double.IsFinite(percent) && Math.Abs(percent) < 1e9 ? (decimal)percent : -1 : null;

    private static long? Whole(decimal? amount) => amount is { } value ? (long)Math.Round(value) : null;

    // Beyond a year it is too long anyhow; a TimeSpan could not hold all that can be written.
    private static TimeSpan? Time(decimal? seconds) => seconds is { } value ? TimeSpan.FromSeconds((double)Math.Min(value, 366 * 86400)) : null;

    private Task ChangeAsync(ScanPlan plan) => ValueChanged.InvokeAsync(plan);

    private string? Of(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    private bool Has(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (Of(field) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
