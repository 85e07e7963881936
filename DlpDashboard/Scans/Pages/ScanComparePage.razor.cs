using DlpDashboard.Access;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.History;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace DlpDashboard.Scans.Pages;

/// <summary>Two scans of one endpoint beside each other; which, and the filter, are in the address.</summary>
public sealed partial class ScanComparePage : IDisposable
{
    private const int PageLength = 50;
    private static readonly IReadOnlyList<Crumb> Crumbs = [new Crumb("Scans", Links.Scans)];

    private readonly Leaving _leaving = new();
    private Outcome<ScanComparison>? _found;
    private (Guid? From, Guid? To) _shown;
    private PageOf<ScanChangeRow>? _first;
    private bool _mayExport;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private ScanHistoryReader History { get; set; } = default!;

    [Inject]
    private QueryState Query { get; set; } = default!;

    private Guid? From => Asked("from");

    private Guid? To => Asked("to");

    private ScanChangeKind? Kind => ScanWords.FromAddress<ScanChangeKind>(Query.Get("kind"));

    private string? CsvHref => !_mayExport || To is null ? null
        : QueryHelpers.AddQueryString(
            From is null ? $"{ApiPaths.Root}/scans/{To}/changes/export" : $"{ApiPaths.Root}/scans/compare/export",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["from"] = From?.ToString(),
                ["to"] = From is null ? null : To?.ToString(),
                ["kind"] = Kind is { } kind ? ScanWords.InAddress(kind) : null,
            });

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
        _mayExport = (await CurrentActor.GetAsync(_leaving.Token)).May(Permissions.FindingsExport);
        await ReloadAsync();
    }

    private static string Span(ScanComparison found) => found.From is null
        ? "What the scan itself changed."
        : found.Between == 0 ? "The later scan is the next one after the earlier." : $"{Words.Counted(found.Between, "scan")} between the two, folded in: each finding counts once.";

    private List<Tab> TabsOf(ScanComparison found) =>
    [
        new Tab("All", Query.With("kind", null), Kind is null, found.Totals.Total()),
        .. ScanChangeWords.Kinds.Select(kind => new Tab(Words.Of(kind), Query.With("kind", ScanWords.InAddress(kind)), Kind == kind, found.Totals.Of(kind))),
    ];

    private Guid? Asked(string name) => Guid.TryParse(Query.Get(name), out var id) ? id : null;

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (_shown != (From, To))
        {
            _found = null;
            StateHasChanged();
            await ReloadAsync();
        }

        StateHasChanged();
    });

    private async Task ReloadAsync()
    {
        _shown = (From, To);
        if (To is { } to)
        {
            var found = await History.CompareAsync(await CurrentActor.GetAsync(_leaving.Token), From, to, Kind, null, PageLength, _leaving.Token);
            (_found, _first) = (found, found.Value?.Changes);
        }

        StateHasChanged();
    }

    private async Task<PageOf<ScanChangeRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken)
    {
        // What came with the numbers is the first page of the table that stands below them.
        var first = _first;
        _first = null;
        if (after is null && first is not null)
        {
            return first;
        }

        var found = await History.CompareAsync(await CurrentActor.GetAsync(cancellationToken), From, To ?? default, Kind, after, PageLength, cancellationToken);
        return found.Value?.Changes ?? new PageOf<ScanChangeRow>([], null);
    }
}
