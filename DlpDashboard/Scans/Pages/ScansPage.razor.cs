using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;
using DlpDashboard.UI.Tables;
using DlpDashboard.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace DlpDashboard.Scans.Pages;

/// <summary>The list of scans; the filters are in the address, and what runs moves by itself.</summary>
public sealed partial class ScansPage
{
    private static readonly List<Option> States = [.. Enum.GetValues<ScanState>().Select(state => new Option(ScanWords.InAddress(state), Words.Of(state)))];

    private readonly Leaving _leaving = new();
    private List<Option> _endpoints = [];
    private DataTable<ScanRow>? _table;
    private Task _watch = Task.CompletedTask;
    private Guid _organisationId;
    private bool _mayStart;
    private bool _mayReadFindings;

    private ScanFilter Filter => new(
        Guid.TryParse(Query.Get("endpoint"), out var endpoint) ? endpoint : null,
        ScanWords.FromAddress<ScanState>(Query.Get("state")));

    // What a link to the dialog asks for; its check judges it.
    private ScanPlan Asked => new() { Prefixes = Query.All("prefix"), Detectors = Query.All("detector") };

    private string CsvHref => QueryHelpers.AddQueryString($"{ApiPaths.Root}/scans/export", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["endpoint"] = Filter.EndpointId?.ToString(),
        ["state"] = Filter.State is { } state ? ScanWords.InAddress(state) : null,
    });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Query.Changed -= Redraw;
        await _leaving.CancelAsync();
        await _watch;
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Query.Changed += Redraw;
        var actor = await CurrentActor.GetAsync(_leaving.Token);
        _organisationId = actor.OrganisationId;
        _mayStart = actor.May(Permissions.ScansStart);
        _mayReadFindings = actor.May(Permissions.FindingsRead);
        _endpoints = [.. (await Endpoints.ListAsync(actor.OrganisationId, _leaving.Token)).Select(endpoint => new Option(endpoint.Id.ToString(), endpoint.Name))];
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _watch = WatchAsync();
        }
    }

    private static string? Comparable(IReadOnlyList<ScanRow> chosen) =>
        chosen.Count == 2 && chosen[0].EndpointId == chosen[1].EndpointId && chosen.OrderBy(row => row.RequestedUtc).ToList() is [var from, var to]
            ? Links.CompareScans(from.Id, to.Id)
            : null;

    private async Task WatchAsync()
    {
        try
        {
            var actor = await CurrentActor.GetAsync(_leaving.Token);
            await foreach (var _ in Feed.WatchChangesAsync(actor.OrganisationId, _leaving.Token))
            {
                await InvokeAsync(() => _table?.ReloadAsync() ?? Task.CompletedTask);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task<PageOf<ScanRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.PageAsync(await CurrentActor.GetAsync(cancellationToken), Filter, after, 50, cancellationToken);

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
