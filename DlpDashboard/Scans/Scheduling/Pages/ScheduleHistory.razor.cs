using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Tables;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Scheduling.Pages;

/// <summary>The history of one schedule. Rows are loaded anew only where a run came up, so that a person who reads far down stays there.</summary>
public sealed partial class ScheduleHistory
{
    private readonly Leaving _leaving = new();
    private DataTable<FiringRow>? _table;
    private Task _watch = Task.CompletedTask;
    private ScanRow? _active;
    private Guid? _newest;
    private Guid _organisationId;

    /// <summary>Whose history.</summary>
    [Parameter, EditorRequired]
    public Guid ScheduleId { get; set; }

    /// <summary>Loads the rows anew.</summary>
    public Task ReloadAsync() => _table?.ReloadAsync() ?? Task.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _watch;
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _watch = WatchAsync();
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            _organisationId = (await CurrentActor.GetAsync(_leaving.Token)).OrganisationId;
            await foreach (var _ in Feed.WatchChangesAsync(_organisationId, _leaving.Token))
            {
                await InvokeAsync(() => Patience.RunAsync(LookAsync, StateHasChanged, _leaving.Token));
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task LookAsync()
    {
        var actor = await CurrentActor.GetAsync(_leaving.Token);
        var newest = (await Reader.HistoryAsync(actor, ScheduleId, null, 1, _leaving.Token)).Items is [var first, ..] ? first : null;
        var scan = newest?.ScanId is { } id ? await Scans.OneAsync(actor, id, _leaving.Token) : null;
        _active = scan is { IsActive: true } ? scan : null;
        StateHasChanged();
        if (newest?.Id != _newest)
        {
            _newest = newest?.Id;
            await ReloadAsync();
        }
    }

    private async Task<PageOf<FiringRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.HistoryAsync(await CurrentActor.GetAsync(cancellationToken), ScheduleId, after, 50, cancellationToken);
}
