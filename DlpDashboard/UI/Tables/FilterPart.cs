using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.UI.Tables;

/// <summary>What all filters share: a query parameter, a label, and drawing anew when the address changes.</summary>
public abstract class FilterPart : ComponentBase, IDisposable
{
    /// <summary>The query parameter.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What it filters by.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [CascadingParameter]
    private FilterBar? Bar { get; set; }

    /// <summary>The address.</summary>
    [Inject]
    protected QueryState Query { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Query.Changed -= Redraw;
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the part itself began.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Bar?.Add(Name);
        Query.Changed += Redraw;
    }

    /// <summary>Turns one of several values on or off.</summary>
    protected void Toggle(string value)
    {
        var chosen = Query.All(Name);
        Query.SetAll(Name, chosen.Contains(value, StringComparer.Ordinal) ? [.. chosen.Where(held => held != value)] : [.. chosen, value]);
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
