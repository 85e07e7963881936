using DlpDashboard.Access;
using DlpDashboard.Data.Leases;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Tables;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Posture.Pages;

/// <summary>What a security person opens first in the morning: endpoints, their buckets, what is wrong with them. Filters and the open bucket stand in the address.</summary>
public sealed partial class SecurityPage : ComponentBase, IAsyncDisposable
{
    private const int PageSize = 100;

    private readonly Leaving _leave = new();
    private readonly Dictionary<Guid, PostureProgress> _progress = [];
    private Outcome<IReadOnlyList<PostureOverviewRow>>? _overview;
    private DataTable<PostureRow>? _table;
    private PostureFilter _filter = new();
    private Task _watch = Task.CompletedTask;
    private Guid? _openId;
    private PostureRow? _open;
    private int _turn;
    private bool _mayManage;
    private bool _isAsking;

    [Inject]
    private QueryState Query { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private SecurityPageServices Services { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    private bool ShowsChecks => Query.Get(SecurityAddress.Tab) == "checks";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Query.Changed -= Follow;
        await _leave.CancelAsync();
        await _watch;
        _leave.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _filter = SecurityAddress.Read(Query);
        Query.Changed += Follow;
        var actor = await CurrentActor.GetAsync(_leave.Token);
        _mayManage = actor.May(Permissions.PostureManage);
        _watch = WatchAsync(actor.OrganisationId);
        await ReloadAsync();
        await FollowOpenAsync();
    }

    private async Task<PageOf<PostureRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Services.Buckets.PageAsync(await CurrentActor.GetAsync(cancellationToken), _filter, after, PageSize, cancellationToken);

    private async Task ReloadAsync() =>
        _overview = Outcome<IReadOnlyList<PostureOverviewRow>>.Of(await Services.Overview.ReadAsync(await CurrentActor.GetAsync(_leave.Token), _leave.Token));

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (!_leave.IsCancellationRequested)
        {
            _filter = SecurityAddress.Read(Query);
            await FollowOpenAsync();
            StateHasChanged();
        }
    });

    private async Task FollowOpenAsync()
    {
        var wanted = Guid.TryParse(Query.Get(SecurityAddress.Bucket), out var id) ? id : (Guid?)null;
        if (wanted != _openId)
        {
            (_openId, _open) = (wanted, null);
            await ReadOpenAsync();
        }
    }

    private async Task ReadOpenAsync()
    {
        if (_openId is { } id)
        {
            _open = await Services.Buckets.RowAsync(await CurrentActor.GetAsync(_leave.Token), id, _leave.Token);
        }
    }

    private void Close() => Query.Clear([SecurityAddress.Bucket, .. BucketAddress.All]);

    private async Task ChangedAsync()
    {
        await ReadOpenAsync();
        if (_open is { } row)
        {
            _table?.Replace(row);
        }

        await ReloadAsync();
    }

    private async Task RefreshAsync(Guid endpointId)
    {
        var asked = await Services.Service.RefreshAsync(await CurrentActor.GetAsync(_leave.Token), endpointId, _leave.Token);
        if (!asked.Succeeded)
        {
            Toasts.Failed(asked.Problem);
        }

        await ReloadAsync();
    }

    private async Task RefreshAllAsync()
    {
        _isAsking = true;
        var asked = await Services.Service.RefreshAllAsync(await CurrentActor.GetAsync(_leave.Token), _leave.Token);
        _isAsking = false;
        Toasts.Done(asked == 0 ? "All enabled endpoints are being read already." : $"{Words.Counted(asked, "endpoint")} will be read now.");
        await ReloadAsync();
    }

    private async Task WatchAsync(Guid organisationId)
    {
        try
        {
            await Task.WhenAll(FollowFeedAsync(organisationId), LookAgainAsync());
        }
        catch (OperationCanceledException) when (_leave.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception failure) when (!_leave.IsCancellationRequested)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task FollowFeedAsync(Guid organisationId)
    {
        await foreach (var step in Services.Feed.WatchAsync(organisationId, _leave.Token))
        {
            await InvokeAsync(() => TakeAsync(step));
        }
    }

    // What other nodes read is seen by looking again while something is being read.
    private async Task LookAgainAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), Services.Time);
        while (await timer.WaitForNextTickAsync(_leave.Token))
        {
            await InvokeAsync(async () =>
            {
                var reading = _overview?.Value?.Where(row => row.IsReading && !_progress.ContainsKey(row.EndpointId)).Select(row => row.EndpointId).ToList() ?? [];
                if (reading.Count > 0)
                {
                    await ReloadAsync();
                    _turn += _overview?.Value?.Any(row => !row.IsReading && reading.Contains(row.EndpointId)) == true ? 1 : 0;
                    StateHasChanged();
                }
            });
        }
    }

    private async Task TakeAsync(PostureProgress step)
    {
        if (step.State == LeaseState.Running)
        {
            _progress[step.EndpointId] = step;
        }
        else if (_progress.Remove(step.EndpointId) || step.State > LeaseState.Running)
        {
            // The lists, the figures and the open bucket are others now.
            await ReloadAsync();
            _turn++;
            await ReadOpenAsync();
        }

        StateHasChanged();
    }

    private string FileHref(string format) => ShowsChecks ? SecurityAddress.ChecksHref(Query, format) : SecurityAddress.FileHref(Query, format);

    private string TabHref(string? tab) => tab is null ? Query.With(SecurityAddress.Tab, null) : Query.With(SecurityAddress.Tab, tab);

    private string NameOf(Guid endpointId) => _overview?.Value?.FirstOrDefault(row => row.EndpointId == endpointId)?.Name ?? "";
}
