using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DlpDashboard.UI.Tables;

/// <summary>
/// A keyset-paged, virtualised table. Give <see cref="Load"/>, <see cref="Key"/>, <see cref="Caption"/> and <see cref="Column{TRow}"/>s; change <see cref="LoadKey"/> when the
/// filters change. A failing load is logged under a trace id and can be tried again.
/// </summary>
/// <typeparam name="TRow">A row; best a record, so that an unchanged one is not drawn again.</typeparam>
public sealed partial class DataTable<TRow> : ComponentBase, IAsyncDisposable
{
    private readonly List<Column<TRow>> _columns = [];
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly Dictionary<object, TRow> _chosen = [];
    private TablePages<TRow> _pages = default!;
    private DotNetObjectReference<DataTable<TRow>>? _self;
    private IJSObjectReference? _rowsWatch;
    private IJSObjectReference? _endWatch;
    private ElementReference _table;
    private ElementReference _end;
    private object? _loadedKey;
    private int _layout;
    private bool _watching;

    /// <summary>Fetches the page after a cursor; null asks for the first.</summary>
    [Parameter, EditorRequired]
    public Func<PageCursor?, CancellationToken, Task<PageOf<TRow>>> Load { get; set; } = default!;

    /// <summary>A row's identity.</summary>
    [Parameter, EditorRequired]
    public Func<TRow, object> Key { get; set; } = default!;

    /// <summary>The table's spoken name.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The columns; the first one opens the row.</summary>
    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;

    /// <summary>What the rows depend on, such as the filters as a record: another value loads anew.</summary>
    [Parameter]
    public object? LoadKey { get; set; }

    /// <summary>Where a row leads. Use this or <see cref="OnOpen"/>.</summary>
    [Parameter]
    public Func<TRow, string>? RowHref { get; set; }

    /// <summary>A row was pressed, or Enter on it.</summary>
    [Parameter]
    public EventCallback<TRow> OnOpen { get; set; }

    /// <summary>The row that is open beside the table.</summary>
    [Parameter]
    public Func<TRow, bool>? IsCurrent { get; set; }

    /// <summary>Under which name the choice of columns is remembered in the browser; null offers no choice.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>A checkbox a row.</summary>
    [Parameter]
    public bool Selectable { get; set; }

    /// <summary>Buttons for the chosen rows.</summary>
    [Parameter]
    public RenderFragment<IReadOnlyList<TRow>>? BulkActions { get; set; }

    /// <summary>Buttons for all rows there are, offered once all loaded ones are chosen and there are more.</summary>
    [Parameter]
    public RenderFragment? BeyondLoaded { get; set; }

    /// <summary>Words or controls above the table.</summary>
    [Parameter]
    public RenderFragment? Toolbar { get; set; }

    /// <summary>Where the same rows come as CSV.</summary>
    [Parameter]
    public string? CsvHref { get; set; }

    /// <summary>Instead of "nothing here".</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Height of a row in CSS pixels before it is measured.</summary>
    [Parameter]
    public float RowHeight { get; set; } = 40;

    [Inject]
    private Browser Browser { get; set; } = default!;

    [Inject]
    private ILogger<DataTable<TRow>> Logger { get; set; } = default!;

    /// <summary>What is chosen now.</summary>
    public IReadOnlyList<TRow> ChosenRows => [.. _chosen.Values];

    private IEnumerable<Column<TRow>> ShownColumns => _columns.Where((column, at) => at == 0 || !_hidden.Contains(column.Title));

    /// <summary>The columns drawn now, in order.</summary>
    internal IReadOnlyList<Column<TRow>> Shown { get; private set; } = [];

    private bool ShowsBar => Toolbar is not null || Name is not null || CsvHref is not null || _chosen.Count > 0;

    private bool AllChosen => _pages.Rows.Count > 0 && _chosen.Count >= _pages.Rows.Count;

    /// <summary>Loads from the start and forgets the choice.</summary>
    public async Task ReloadAsync()
    {
        _chosen.Clear();
        var loading = _pages.RestartAsync(Load, CancellationToken.None);
        StateHasChanged();
        await loading;
        StateHasChanged();
    }

    /// <summary>Shows a newer version of a row that is loaded; others stay as they are.</summary>
    public void Replace(TRow row)
    {
        if (_pages.Replace(row, Key))
        {
            StateHasChanged();
        }
    }

    /// <summary>From the browser: the end comes near.</summary>
    [JSInvokable]
    public Task NearEnd() => InvokeAsync(() => _pages.TraceId is null ? MoreAsync() : Task.CompletedTask);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _pages.DisposeAsync();
        await Browser.StopAsync(_rowsWatch);
        await Browser.StopAsync(_endWatch);
        _self?.Dispose();
    }

    internal void Add(Column<TRow> column)
    {
        _columns.Add(column);
        if (column.HiddenAtFirst)
        {
            _hidden.Add(column.Title);
        }

        LayColumns();
    }

    internal void Remove(Column<TRow> column)
    {
        _columns.Remove(column);
        LayColumns();
    }

    internal void Choose(TRow row, bool chosen)
    {
        if (chosen)
        {
            _chosen[Key(row)] = row;
        }
        else
        {
            _chosen.Remove(Key(row));
        }

        StateHasChanged();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _pages = new TablePages<TRow>(Logger);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // The first load waits until the columns are known.
        if (_loadedKey is not null && !Equals(_loadedKey, LoadKey ?? this))
        {
            _loadedKey = LoadKey ?? this;
            await ReloadAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _loadedKey = LoadKey ?? this;
            await RestoreColumnsAsync();
            await ReloadAsync();
        }

        await WatchAsync();
    }

    private async Task WatchAsync()
    {
        var drawn = _pages.Started && _pages.Rows.Count > 0;
        if (drawn == _watching)
        {
            return;
        }

        // Before the first wait: drawings follow each other faster than the browser answers.
        _watching = drawn;
        if (drawn)
        {
            _self ??= DotNetObjectReference.Create(this);
            _rowsWatch = await Browser.StartAsync("watchRows", [_table]);
            _endWatch = await Browser.StartAsync("watchEnd", [_end, _self]);
        }
        else
        {
            var (rows, end) = (_rowsWatch, _endWatch);
            _rowsWatch = _endWatch = null;
            await Browser.StopAsync(rows);
            await Browser.StopAsync(end);
        }
    }

    private async Task MoreAsync()
    {
        var loading = _pages.MoreAsync(Load, CancellationToken.None);
        StateHasChanged();
        await loading;
        StateHasChanged();
        if (_endWatch is { } watch && _pages.HasMore)
        {
            await Browser.TellAsync("watchAgain", [watch]);
        }
    }

    private async Task RetryAsync()
    {
        var loading = _pages.RetryAsync(Load, CancellationToken.None);
        StateHasChanged();
        await loading;
    }

    private void ChooseAll(ChangeEventArgs change)
    {
        _chosen.Clear();
        if (change.Value is true)
        {
            foreach (var row in _pages.Rows)
            {
                _chosen[Key(row.Value)] = row.Value;
            }
        }
    }

    private void ClearChoice() => _chosen.Clear();

    private void LayColumns()
    {
        Shown = [.. ShownColumns];
        _layout++;
    }

    private async Task RestoreColumnsAsync()
    {
        if (Name is null || await Browser.ReadPreferenceAsync($"columns.{Name}") is not { Length: < 2000 } remembered)
        {
            return;
        }

        _hidden.Clear();
        _hidden.UnionWith(remembered.Split('|', StringSplitOptions.RemoveEmptyEntries));
        LayColumns();
    }

    private async Task ToggleColumnAsync(Column<TRow> column)
    {
        if (!_hidden.Remove(column.Title))
        {
            _hidden.Add(column.Title);
        }

        LayColumns();
        await Browser.WritePreferenceAsync($"columns.{Name}", string.Join('|', _hidden));
    }
}
