using DlpDashboard.Access;
using DlpDashboard.Detectors.Exclusions;
using DlpDashboard.Kernel;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Tables;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Detectors.Pages;

/// <summary>What is not reported; the open rule is in the address.</summary>
public sealed partial class ExclusionsPage : IDisposable
{
    private IReadOnlyDictionary<string, string> _customs = new Dictionary<string, string>(StringComparer.Ordinal);
    private DataTable<ExclusionRow>? _table;
    private Outcome<Held>? _row;
    private string? _opened;
    private bool _mayManage;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private ExclusionReader Reader { get; set; } = default!;

    [Inject]
    private IDetectorDirectory Directory { get; set; } = default!;

    [Inject]
    private QueryState Query { get; set; } = default!;

    private string? Open => Query.Get("rule");

    /// <inheritdoc />
    public void Dispose() => Query.Changed -= Follow;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Query.Changed += Follow;
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        _mayManage = actor.May(Permissions.DetectorsManage);
        _customs = await Directory.NamesAsync(actor.OrganisationId, CancellationToken.None);
        await OpenAsync();
    }

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (_opened != Open)
        {
            await OpenAsync();
        }

        StateHasChanged();
    });

    private async Task OpenAsync()
    {
        _opened = Open;
        _row = null;
        if (Open is { } open)
        {
            var read = Guid.TryParse(open, out var id) ? await Reader.GetAsync(await CurrentActor.GetAsync(CancellationToken.None), id, CancellationToken.None) : null;
            _row = read is null ? new Held(null) : read.Succeeded ? new Held(read.Value) : read.Problem;
        }
    }

    private string Of(ExclusionRow row) => row.Detectors.Count == 0 ? "All detectors" : string.Join(", ", row.Detectors.Select(id => DetectorWords.NameOf(id, _customs)));

    private void Close() => Query.Set("rule", null);

    private async Task DoneAsync()
    {
        Close();
        if (_table is not null)
        {
            await _table.ReloadAsync();
        }
    }

    private async Task<PageOf<ExclusionRow>> LoadAsync(PageCursor? after, CancellationToken cancellationToken) =>
        await Reader.PageAsync(await CurrentActor.GetAsync(cancellationToken), after, 50, cancellationToken);

    private sealed record Held(ExclusionRow? Row);
}
