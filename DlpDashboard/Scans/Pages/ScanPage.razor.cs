using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Pages;

/// <summary>One scan: live while it runs, a report afterwards.</summary>
public sealed partial class ScanPage
{
    private const int BucketsShown = 50;
    private static readonly IReadOnlyList<Crumb> Crumbs = [new Crumb("Scans", Links.Scans)];

    private readonly Leaving _leaving = new();
    private Outcome<ScanRow>? _scan;
    private QueuePlace? _place;
    private Task _watch = Task.CompletedTask;
    private Guid _organisationId;
    private bool _mayReadFindings;
    private Guid _loaded;

    /// <summary>Which scan.</summary>
    [Parameter]
    public Guid Id { get; set; }

    private ScanRow? Shown => _scan?.Value;

    private string Title => Shown is { } scan ? $"Scan of {(scan.EndpointName.Length > 0 ? scan.EndpointName : "a deleted endpoint")}" : "Scan";

    private string? Sub => Shown is { } scan ? ScanWords.Of(scan.Verdict) : null;

    private ObjectState? Listed => ScanWords.FromAddress<ObjectState>(Query.Get("objects"));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Query.Changed -= Redraw;
        await _leaving.CancelAsync();
        await _watch;
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Query.Changed += Redraw;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == Id)
        {
            return;
        }

        _loaded = Id;
        var actor = await CurrentActor.GetAsync(_leaving.Token);
        _organisationId = actor.OrganisationId;
        _mayReadFindings = actor.May(Permissions.FindingsRead);
        await ReloadAsync();
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
            var actor = await CurrentActor.GetAsync(_leaving.Token);
            await foreach (var _ in Feed.WatchChangesAsync(actor.OrganisationId, _leaving.Token))
            {
                await InvokeAsync(ReloadAsync);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private Task ReloadAsync() => Patience.RunAsync(LoadAsync, StateHasChanged, _leaving.Token);

    private async Task LoadAsync()
    {
        var actor = await CurrentActor.GetAsync(_leaving.Token);
        _scan = await Reader.OneAsync(actor, Id, _leaving.Token) is { } row ? row : ScanProblems.NotFound;
        _place = await Reader.PlaceAsync(actor, Id, _leaving.Token);
        StateHasChanged();
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
