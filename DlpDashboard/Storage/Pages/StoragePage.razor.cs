using DlpDashboard.Access;
using DlpDashboard.Data.Leases;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.History;
using DlpDashboard.UI;
using DlpDashboard.UI.Charts;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Storage.Pages;

/// <summary>Sizes of all endpoints or of one; the filters and the open bucket are in the address, and what is measured moves by itself.</summary>
public sealed partial class StoragePage : ComponentBase, IDisposable
{
    private const int Few = 10;

    private readonly Leaving _leaving = new();
    private Dictionary<Guid, string> _names = [];
    private Outcome<StorageView>? _view;
    private StorageTable? _table;
    private LiveMeasures? _live;
    private Guid? _loadedEndpoint;
    private string? _loadedProvider;
    private bool _mayMeasure;
    private bool _asking;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private StoragePageServices Services { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    [Inject]
    private QueryState Query { get; set; } = default!;

    private StorageFilter Filter => StorageAddress.Read(Query);

    private Guid? OpenBucket => Guid.TryParse(Query.Get("bucket"), out var id) ? id : null;

    /// <inheritdoc />
    public void Dispose()
    {
        Query.Changed -= Follow;
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Query.Changed += Follow;
        var actor = await CurrentActor.GetAsync(_leaving.Token);
        _mayMeasure = actor.May(Permissions.StorageMeasure);
        _names = (await Services.Endpoints.ListAsync(actor.OrganisationId, _leaving.Token)).ToDictionary(endpoint => endpoint.Id, endpoint => endpoint.Name);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var (filter, actor) = (Filter, await CurrentActor.GetAsync(_leaving.Token));
        (_loadedEndpoint, _loadedProvider) = (filter.EndpointId, filter.Provider);
        var endpoints = await Services.Sizes.EndpointsAsync(actor, 0, _leaving.Token);
        var shown = endpoints.Select(endpoint => endpoint.Sum).Where(sum => (filter.EndpointId is null || sum.EndpointId == filter.EndpointId) && (filter.Provider is null || sum.Provider == filter.Provider)).ToList();
        var history = await Services.Histories.HistoryAsync(actor, filter.EndpointId ?? (filter.Provider is not null && shown.Count == 1 ? shown[0].EndpointId : null), _leaving.Token);
        _view = new StorageView(
            endpoints,
            shown,
            await Services.Scopes.PartsAsync(actor, filter.EndpointId, shown, _leaving.Token),
            await Services.Scopes.FiguresAsync(actor, filter.EndpointId, _leaving.Token),
            history,
            GrowthForecast.Of(history),
            await FailuresAsync(actor, filter.EndpointId));
    }

    private async Task<IReadOnlyList<(string Endpoint, string Sentence)>> FailuresAsync(Actor actor, Guid? endpointId)
    {
        var newest = (await Services.Histories.MeasuresAsync(actor, endpointId, _leaving.Token)).Where(measure => measure.State > LeaseState.Running).DistinctBy(measure => measure.EndpointId);
        return [.. newest.Where(measure => measure is { State: LeaseState.Failed, Failure: not null } && _names.ContainsKey(measure.EndpointId)).Select(measure => (_names[measure.EndpointId], measure.Failure!))];
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
        await (_table?.ReloadAsync() ?? Task.CompletedTask);
    }

    private async Task MeasureAsync()
    {
        _asking = true;
        try
        {
            var actor = await CurrentActor.GetAsync(_leaving.Token);
            var problem = Filter.EndpointId is { } one
                ? (await Services.Service.MeasureAsync(actor, one, _leaving.Token)).Problem
                : (await Services.Service.MeasureAllAsync(actor, _leaving.Token)) is { Value: 0 } ? StorageProblems.NothingToMeasure : null;
            if (problem is not null)
            {
                Toasts.Failed(problem);
            }

            await (_live?.LookAsync() ?? Task.CompletedTask);
        }
        finally
        {
            _asking = false;
        }
    }

    private static IReadOnlyList<TreemapTile> Tiles(IReadOnlyList<StoragePart> parts) =>
        [.. parts.Select(part => new TreemapTile(part.Name, part.Bytes, HrefOf(part), part.Parts is null ? null : Tiles(part.Parts)))];

    private static string HrefOf(StoragePart part) => part.BucketId is { } bucket ? Links.StorageOf(part.EndpointId, bucket) : Links.StorageOf(part.EndpointId);

    private void Follow() => _ = InvokeAsync(async () =>
    {
        StateHasChanged();
        if (_loadedEndpoint != Filter.EndpointId || _loadedProvider != Filter.Provider)
        {
            await LoadAsync();
            StateHasChanged();
        }
    });
}
