using DlpDashboard.Access;
using DlpDashboard.Detectors.Catalogue;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Tables;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Detectors.Pages;

/// <summary>The catalogue; the filters are in the address.</summary>
public sealed partial class DetectorsPage : IDisposable
{
    private static readonly string[] Lists = ["q", "category", "region", "pack", "state", "kind"];

    private DataTable<DetectorRow>? _table;
    private string _counts = "";
    private bool _mayManage;
    private bool _isBusy;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private DetectorReader Reader { get; set; } = default!;

    [Inject]
    private DetectorSwitchService Switches { get; set; } = default!;

    [Inject]
    private QueryState Query { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    private string Sub => "What is looked for, how it is checked, and how often it was right." + _counts;

    // Both or neither of two chips narrow nothing.
    private DetectorFilter Filter => new(
        Query.Get("q"), Query.All("category"), Query.All("region"), Query.All("pack"), Query.All("state") is [var state] ? state == "on" : null, Query.All("kind") is [var kind] ? kind == "custom" : null);

    private string Narrowing => string.Join('&', Lists.SelectMany(name => Query.All(name).Select(value => $"{name}={Uri.EscapeDataString(value)}")));

    private string CsvHref
    {
        get
        {
            var parts = Lists.Where(name => name is not ("state" or "kind") || Query.All(name).Count == 1).SelectMany(name => Query.All(name).Select(value => $"{name}={Uri.EscapeDataString(value)}"));
            return $"{ApiPaths.Root}/detectors/export?{string.Join('&', parts)}";
        }
    }

    /// <inheritdoc />
    public void Dispose() => Query.Changed -= Redraw;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Query.Changed += Redraw;
        _mayManage = (await CurrentActor.GetAsync(CancellationToken.None)).May(Permissions.DetectorsManage);
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private async Task<PageOf<DetectorRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken)
    {
        var all = await Reader.ListAsync(await CurrentActor.GetAsync(cancellationToken), new DetectorFilter(), cancellationToken);
        _counts = $" {Figures.Grouped(all.Count(row => row.IsOn))} of {Figures.Grouped(all.Count)} are on.";
        Redraw();
        return new PageOf<DetectorRow>([.. all.Where(Filter.Matches)], null);
    }

    private async Task SwitchAsync(IReadOnlyList<DetectorRow> rows, bool isOn)
    {
        _isBusy = true;
        var switched = await Switches.SwitchAsync(await CurrentActor.GetAsync(CancellationToken.None), [.. rows.Select(row => row.Id)], isOn, CancellationToken.None);
        _isBusy = false;
        if (switched.Succeeded)
        {
            Toasts.Done($"{Words.Counted(switched.Value, "detector")} {(switched.Value == 1 ? "was" : "were")} switched {(isOn ? "on" : "off")}. The next scans look accordingly.");
            await ReloadAsync();
        }
        else
        {
            Toasts.Failed(switched.Problem);
        }
    }

    private Task ReloadAsync() => _table?.ReloadAsync() ?? Task.CompletedTask;
}
