using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Tables;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Findings.Pages;

/// <summary>The list of findings: filters and the open finding stand in the address.</summary>
public sealed partial class FindingsPage : ComponentBase, IDisposable
{
    private const int PageSize = 100;

    private readonly Leaving _leave = new();
    private IReadOnlyList<EndpointName> _endpoints = [];
    private IReadOnlyList<Option> _detectors = [];
    private IReadOnlyDictionary<string, string>? _own;
    private DataTable<FindingRow>? _table;
    private FindingFilter _filter = new();
    private Guid? _openId;
    private Outcome<FindingDetail>? _open;
    private bool _mayDecide;
    private bool _mayExport;
    private bool _bulkOpen;
    private bool _bulkAll;

    [Inject]
    private QueryState Query { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private FindingReader Reader { get; set; } = default!;

    [Inject]
    private IEndpointDirectory Endpoints { get; set; } = default!;

    [Inject]
    private IDetectorDirectory Detectors { get; set; } = default!;

    private FindingOrder Order => FindingAddress.Order(Query);

    private string? CsvHref => _mayExport ? FindingAddress.CsvHref(Query) : null;

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
        FindingAddress.Clean(Query);
        _filter = FindingAddress.Read(Query);
        Query.Changed += Follow;
        var actor = await CurrentActor.GetAsync(_leave.Token);
        _mayDecide = actor.May(Permissions.FindingsTriage);
        _mayExport = actor.May(Permissions.FindingsExport);
        _endpoints = await Endpoints.ListAsync(actor.OrganisationId, _leave.Token);
        _own = await Detectors.NamesAsync(actor.OrganisationId, _leave.Token);
        _detectors = Choices(await Reader.TotalsAsync(actor, _leave.Token));
        await FollowOpenAsync();
    }

    private IReadOnlyList<Option> Choices(FindingTotals totals) =>
    [
        .. totals.Cells
            .GroupBy(cell => cell.DetectorId, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Option(group.Key, _own?.GetValueOrDefault(group.Key) ?? group.Key, group.Sum(cell => cell.Findings))),
    ];

    private async Task<PageOf<FindingRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.PageAsync(await CurrentActor.GetAsync(cancellationToken), _filter, Order, after, PageSize, cancellationToken);

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (_leave.IsCancellationRequested)
        {
            return;
        }

        _filter = FindingAddress.Read(Query);
        await FollowOpenAsync();
        StateHasChanged();
    });

    private async Task FollowOpenAsync()
    {
        var wanted = Guid.TryParse(Query.Get(FindingAddress.Open), out var id) ? id : (Guid?)null;
        if (wanted == _openId)
        {
            return;
        }

        _openId = wanted;
        _open = null;
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        if (_openId is { } id)
        {
            var found = await Reader.OneAsync(await CurrentActor.GetAsync(_leave.Token), id, _leave.Token);
            _open = found is null ? FindingProblems.NotFound : found;
        }
    }

    private async Task DecidedAsync()
    {
        await OpenAsync();
        if (_open?.Value is { } finding)
        {
            _table?.Replace(finding.Row);
        }
    }

    private void OpenBulk(bool all) => (_bulkAll, _bulkOpen) = (all, true);

    private async Task DecidedManyAsync()
    {
        _bulkOpen = false;
        await (_table?.ReloadAsync() ?? Task.CompletedTask);
    }

    private string? NameOf(Guid endpointId) => _endpoints.FirstOrDefault(endpoint => endpoint.Id == endpointId)?.Name;
}
