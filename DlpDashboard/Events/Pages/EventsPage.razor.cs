using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Tables;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Events.Pages;

/// <summary>The list of events; filters stand in the address.</summary>
public sealed partial class EventsPage : ComponentBase, IDisposable
{
    private const int PageSize = 100;

    private readonly Leaving _leave = new();
    private IReadOnlyList<EndpointName> _endpoints = [];
    private DataTable<EventRow>? _table;
    private EventFilter _filter = new();
    private bool _mayDecide;

    [Inject]
    private QueryState Query { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private EventReader Reader { get; set; } = default!;

    [Inject]
    private IEndpointDirectory Endpoints { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Query.Changed -= Follow;
        _leave.Cancel();
        _leave.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _filter = EventAddress.Read(Query);
        Query.Changed += Follow;
        var actor = await CurrentActor.GetAsync(_leave.Token);
        _mayDecide = actor.May(Permissions.EventsTriage);
        _endpoints = await Endpoints.ListAsync(actor.OrganisationId, _leave.Token);
    }

    private async Task<PageOf<EventRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.PageAsync(await CurrentActor.GetAsync(cancellationToken), _filter, after, PageSize, cancellationToken);

    private void Follow() => _ = InvokeAsync(() =>
    {
        _filter = EventAddress.Read(Query);
        StateHasChanged();
    });
}
