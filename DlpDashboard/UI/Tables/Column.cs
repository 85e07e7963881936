using Microsoft.AspNetCore.Components;

namespace DlpDashboard.UI.Tables;

/// <summary>
/// One column of a <see cref="DataTable{TRow}"/>. A cell draws from its row alone: it is drawn again when the row is another one, not when the page around changes;
/// what lives (a progress bar, a relative time) is a component of its own inside.
/// </summary>
/// <typeparam name="TRow">The table's row; inferred.</typeparam>
public sealed class Column<TRow> : ComponentBase, IDisposable
{
    /// <summary>The heading; the label of the cell where rows become cards.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Plain text of a cell, where no template is needed.</summary>
    [Parameter]
    public Func<TRow, string?>? Text { get; set; }

    /// <summary>The cell's template. In the table's first column it must hold no link or button: the table makes the opening link of it.</summary>
    [Parameter]
    public RenderFragment<TRow>? ChildContent { get; set; }

    /// <summary>A CSS width such as "120px"; columns without one share the rest.</summary>
    [Parameter]
    public string? Width { get; set; }

    /// <summary>Right-aligned figures.</summary>
    [Parameter]
    public bool Numeric { get; set; }

    /// <summary>1 always shown; 2 from 720 px of table width; 3 from 960 px; 4 from 1,200 px. As cards (below 560 px) 1 and 2 are shown.</summary>
    [Parameter]
    public int Priority { get; set; } = 1;

    /// <summary>Not shown until the person chooses it.</summary>
    [Parameter]
    public bool HiddenAtFirst { get; set; }

    /// <summary>The table around.</summary>
    [CascadingParameter]
    internal DataTable<TRow> Table { get; set; } = default!;

    /// <summary>The cell of a row.</summary>
    internal RenderFragment Cell(TRow row) => ChildContent?.Invoke(row) ?? (builder => builder.AddContent(0, Text?.Invoke(row)));

    /// <summary>CSS classes of the column's cells.</summary>
    internal string CellClass => $"p{Priority}{(Numeric ? " num" : "")}";

    /// <inheritdoc />
    public void Dispose() => Table.Remove(this);

    /// <inheritdoc />
    protected override void OnInitialized() => Table.Add(this);
}
