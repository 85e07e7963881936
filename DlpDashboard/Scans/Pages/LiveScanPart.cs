using DlpDashboard.Scans.Live;
using DlpDashboard.UI;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Pages;

/// <summary>
/// A part of a page that follows one scan. It alone is drawn again with each step, and the watch ends when the person leaves. Until the first
/// step of this process it shows what the database said.
/// </summary>
public abstract class LiveScanPart : ComponentBase, IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private Task _watch = Task.CompletedTask;
    private Guid _watched;

    /// <summary>The scan as the database has it.</summary>
    [Parameter, EditorRequired]
    public ScanRow Scan { get; set; } = default!;

    /// <summary>Whose eyes.</summary>
    [Parameter, EditorRequired]
    public Guid OrganisationId { get; set; }

    /// <summary>The scan has said its last word.</summary>
    [Parameter]
    public EventCallback OnEnded { get; set; }

    /// <summary>The newest step; null before the first.</summary>
    protected ScanProgress? Now { get; private set; }

    /// <summary>The scan with the newest numbers; from its end on the database's own.</summary>
    protected ScanRow Newest => Now is { } now && Scan.State == ScanState.Running
        ? Scan with
        {
            Counts = now.Counts,
            ObjectsListed = now.ObjectsListed,
            BytesListed = now.BytesListed,
            IsListed = now.IsListed,
            BytesDone = now.BytesDone,
            Findings = now.Findings,
            Unchanged = now.Unchanged,
            LeftOut = now.LeftOut,
            Detections = now.Detections,
        }
        : Scan;

    [Inject]
    private ScanProgressFeed Feed { get; set; } = default!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _watch;
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_watched != Scan.Id)
        {
            _watched = Scan.Id;
            Now = Feed.Latest(OrganisationId, Scan.Id);
            _watch = WatchAsync(_watch, Scan.Id);
        }
    }

    /// <summary>A newer step is there; draws it by default.</summary>
    protected virtual void Take(ScanProgress step) => StateHasChanged();

    private async Task WatchAsync(Task before, Guid scanId)
    {
        try
        {
            await foreach (var step in Feed.WatchAsync(OrganisationId, scanId, _leaving.Token))
            {
                if (_watched != scanId)
                {
                    break;
                }

                await InvokeAsync(() =>
                {
                    Now = step;
                    Take(step);
                });
                if (step.HasEnded)
                {
                    await InvokeAsync(() => OnEnded.InvokeAsync());
                }
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }

        await before;
    }
}
