using DlpDashboard.Access;
using DlpDashboard.Detection;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;
using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Risk.Pages;

/// <summary>The heat map of buckets and their ranked list; filters stand in the address.</summary>
public sealed partial class RiskPage : ComponentBase, IDisposable
{
    private const int PageSize = 100;

    private readonly Leaving _leave = new();
    private Outcome<IReadOnlyList<RiskCell>>? _cells;
    private IReadOnlyList<Option> _endpoints = [];
    private IReadOnlyList<Option> _detectors = [];
    private string _counted = "";
    private bool _mayExport;

    [Inject]
    private QueryState Query { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private RiskReader Reader { get; set; } = default!;

    [Inject]
    private FindingReader Findings { get; set; } = default!;

    [Inject]
    private IEndpointDirectory Endpoints { get; set; } = default!;

    [Inject]
    private IDetectorDirectory Detectors { get; set; } = default!;

    private static IReadOnlyList<Option> Exposures { get; } = [.. Enum.GetValues<ExposureLevel>().Reverse().Select(level => new Option(RiskAddress.Name(level), RiskWords.Of(level)))];

    private static IReadOnlyList<Option> Sensitivities { get; } = [.. Enum.GetValues<SensitivityBand>().Reverse().Select(band => new Option(RiskAddress.Name(band), RiskWords.Of(band)))];

    private static IReadOnlyList<Option> Bands { get; } = [.. Enum.GetValues<RiskBand>().Reverse().Where(band => band != RiskBand.Minimal).Select(band => new Option(RiskAddress.Name(band), Words.Of(band)))];

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
        Query.Changed += Follow;
        var actor = await CurrentActor.GetAsync(_leave.Token);
        _mayExport = actor.May(Permissions.FindingsExport);
        _endpoints = [.. (await Endpoints.ListAsync(actor.OrganisationId, _leave.Token)).Select(endpoint => new Option(endpoint.Id.ToString(), endpoint.Name))];
        var own = await Detectors.NamesAsync(actor.OrganisationId, _leave.Token);
        _detectors = [.. (await Findings.TotalsAsync(actor, _leave.Token)).Unresolved.Select(cell => cell.DetectorId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => new Option(id, own.GetValueOrDefault(id) ?? DetectorCatalogue.Find(id)?.Name ?? id))];
        await LoadCellsAsync();
    }

    private async Task<PageOf<RiskRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.PageAsync(await CurrentActor.GetAsync(cancellationToken), RiskAddress.Read(Query), after, PageSize, cancellationToken);

    private async Task LoadCellsAsync()
    {
        // The map keeps its cells while the list shows one of them.
        var filter = RiskAddress.Read(Query) with { Exposures = null, Bands = null };
        _counted = KeyOf(filter);
        _cells = Outcome<IReadOnlyList<RiskCell>>.Of(await Reader.CellsAsync(await CurrentActor.GetAsync(_leave.Token), filter, _leave.Token));
    }

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (_leave.IsCancellationRequested)
        {
            return;
        }

        if (_counted != KeyOf(RiskAddress.Read(Query)))
        {
            await LoadCellsAsync();
        }

        StateHasChanged();
    });

    private static string KeyOf(RiskFilter filter) => string.Join('|', [.. filter.EndpointIds?.Select(id => id.ToString()) ?? [], filter.AtLeast?.ToString(), filter.Detector, filter.Text]);

    private static string Summary(IReadOnlyList<RiskCell> cells)
    {
        var all = cells.Sum(cell => cell.Buckets);
        var open = cells.Where(cell => cell.Exposure >= ExposureLevel.Public).ToList();
        var withData = open.Where(cell => cell.Sensitivity >= SensitivityBand.Low).Sum(cell => cell.Buckets);
        var unseen = open.Where(cell => cell.Sensitivity == SensitivityBand.Unknown).Sum(cell => cell.Buckets);
        return open.Count == 0
            ? $"None of {Words.Counted(all, "bucket")} is known to be open to strangers."
            : $"{Figures.Grouped(open.Sum(cell => cell.Buckets))} of {Words.Counted(all, "bucket")} are open to strangers: {Figures.Grouped(withData)} with private data, {Figures.Grouped(unseen)} of which nobody knows what lies in them.";
    }

    private static string Sensitivity(RiskRow row) => row.SensitivityBand is SensitivityBand.None or SensitivityBand.Unknown ? RiskWords.Of(row.SensitivityBand) : $"{row.Sensitivity} {RiskWords.Of(row.SensitivityBand).ToLowerInvariant()}";
}
