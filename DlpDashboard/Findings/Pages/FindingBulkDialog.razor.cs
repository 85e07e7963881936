using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Findings.Pages;

/// <summary>The triage of many findings at once.</summary>
public sealed partial class FindingBulkDialog : IDisposable
{
    private readonly Leaving _leaving = new();
    private int? _matching;
    private Problem? _problem;
    private bool _counted;

    /// <summary>Whether it is asked for.</summary>
    [Parameter, EditorRequired]
    public bool Open { get; set; }

    /// <summary>All that the filters match, instead of the chosen ones.</summary>
    [Parameter, EditorRequired]
    public bool All { get; set; }

    /// <summary>The chosen ones.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FindingRow> Chosen { get; set; } = [];

    /// <summary>The list's filters.</summary>
    [Parameter, EditorRequired]
    public FindingFilter Filter { get; set; } = new();

    /// <summary>It is left without a decision.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Findings were decided on.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnDecided { get; set; }

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private FindingReader Reader { get; set; } = default!;

    [Inject]
    private FindingService Service { get; set; } = default!;

    [Inject]
    private FindingTriageService Triage { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Open)
        {
            _counted = false;
        }
        else if (!_counted)
        {
            _counted = true;
            _problem = null;
            _matching = null;
            if (All)
            {
                await CountAsync();
            }
        }
    }

    private async Task CountAsync()
    {
        var count = await Reader.CountAsync(await CurrentActor.GetAsync(_leaving.Token), Filter, FindingTriageService.Most, _leaving.Token);
        (_matching, _problem) = count > FindingTriageService.Most ? (null, FindingProblems.TooManyMatch) : ((int?)count, (Problem?)null);
    }

    private async Task DecideAsync(FindingDecision decision)
    {
        var actor = await CurrentActor.GetAsync(_leaving.Token);
        var outcome = All
            ? await Triage.SetStatusAsync(actor, Filter, decision, _leaving.Token)
            : await Service.SetStatusAsync(actor, [.. Chosen.Select(row => row.Id)], decision, _leaving.Token);
        _problem = outcome.Problem;
        if (outcome.Succeeded)
        {
            Toasts.Done($"{Words.Counted(outcome.Value, "finding")} set to {Words.Of(decision.Status).ToLowerInvariant()}.");
            await OnDecided.InvokeAsync();
        }
    }
}
