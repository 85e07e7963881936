using DlpDashboard.Access;
using DlpDashboard.Detection;
using DlpDashboard.Events.Pages;
using DlpDashboard.Findings.Pages;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Live;
using DlpDashboard.UI;
using DlpDashboard.UI.Charts;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Overview.Pages;

/// <summary>The landing dashboard. It reads anew when a scan starts or ends, and every few seconds while one runs.</summary>
public sealed partial class OverviewPage : ComponentBase, IAsyncDisposable
{
    private const int DetectorsShown = 8;
    private static readonly TimeSpan WhileRunning = TimeSpan.FromSeconds(3);

    private readonly Leaving _leave = new();
    private Outcome<OverviewSnapshot>? _snapshot;
    private IReadOnlyList<FirstStep> _steps = [];
    private RecentEvents? _events;
    private Task _following = Task.CompletedTask;
    private Task _ticking = Task.CompletedTask;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OverviewReader Reader { get; set; } = default!;

    [Inject]
    private FirstStepsReader FirstSteps { get; set; } = default!;

    [Inject]
    private ScanProgressFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leave.CancelAsync();
        await _following;
        await _ticking;
        _leave.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync(TimeSpan.Zero);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var actor = await CurrentActor.GetAsync(_leave.Token);
            _following = EndQuietlyAsync(FollowAsync(actor.OrganisationId));
            _ticking = EndQuietlyAsync(TickAsync(actor.OrganisationId));
        }
    }

    private Task LoadAsync() => LoadAsync(TimeSpan.Zero);

    private async Task LoadAsync(TimeSpan notOlderThan)
    {
        var actor = await CurrentActor.GetAsync(_leave.Token);
        var snapshot = await Reader.SnapshotAsync(actor, notOlderThan, _leave.Token);

        // Steps that are all done, or put away, do not come back while the page is open.
        _steps = _snapshot is null || _steps.Count > 0 ? await FirstSteps.ReadAsync(actor, snapshot, _leave.Token) : [];
        _snapshot = snapshot;
    }

    private async Task FollowAsync(Guid organisationId)
    {
        await foreach (var _ in Feed.WatchChangesAsync(organisationId, _leave.Token))
        {
            await InvokeAsync(() => RefreshAsync(TimeSpan.Zero));
        }
    }

    private async Task TickAsync(Guid organisationId)
    {
        using var timer = new PeriodicTimer(WhileRunning, Time);
        while (await timer.WaitForNextTickAsync(_leave.Token))
        {
            if (Feed.Running(organisationId).Count > 0)
            {
                await InvokeAsync(() => RefreshAsync(WhileRunning));
            }
        }
    }

    private async Task RefreshAsync(TimeSpan notOlderThan)
    {
        await LoadAsync(notOlderThan);
        StateHasChanged();
        if (_events is not null)
        {
            await _events.ReloadAsync(notOlderThan);
        }
    }

    private static async Task EndQuietlyAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static long Urgent(OverviewSnapshot snapshot) =>
        snapshot.Findings.UnresolvedOf(Severity.Critical) + snapshot.Findings.UnresolvedOf(Severity.High);

    private static string Exact(long count) => count < 10_000 ? Figures.Grouped(count) : Figures.Compact(count);

    private static string Covered(OverviewSnapshot snapshot) => snapshot.ObjectsListed == 0
        ? "no scan came to its end yet"
        : $"{Figures.Grouped(snapshot.ObjectsRead)} of {Figures.Grouped(snapshot.ObjectsListed)} objects read completely";

    private static IReadOnlyList<ChartSlice> BySeverity(OverviewSnapshot snapshot) =>
    [
        .. Enum.GetValues<Severity>().Reverse().Select(severity => new ChartSlice(
            Words.Of(severity),
            snapshot.Findings.UnresolvedOf(severity),
            ColourOf(severity),
            Links.UnresolvedBy(severities: [FindingAddress.Name(severity)]))),
    ];

    private static IReadOnlyList<ChartSlice> ByDetector(OverviewSnapshot snapshot) =>
    [
        .. snapshot.Findings.Unresolved
            .GroupBy(cell => (cell.DetectorId, cell.Severity))
            .Select(group => new ChartSlice(
                snapshot.OwnDetectors.GetValueOrDefault(group.Key.DetectorId) ?? group.Key.DetectorId,
                group.Sum(cell => cell.Findings),
                ColourOf(group.Key.Severity),
                Links.UnresolvedBy(detector: group.Key.DetectorId)))
            .OrderByDescending(bar => bar.Value).ThenBy(bar => bar.Name, StringComparer.Ordinal)
            .Take(DetectorsShown),
    ];

    private static string ColourOf(Severity severity) => $"var(--{FindingAddress.Name(severity)})";
}
