using DlpDashboard.Access;
using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;

namespace DlpDashboard.Shell.Palette;

/// <summary>The command palette: the places and actions of all rooms, and the things their sources find by name.</summary>
public sealed partial class CommandPalette : ComponentBase, IDisposable
{
    private const int MostFound = 10;
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<PaletteEntry> _all = [];
    private IReadOnlyList<PaletteEntry> _lines = [];
    private CancellationTokenSource? _finding;
    private string _text = "";
    private int _at;
    private bool _open;
    private bool _reveal;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    /// <summary>Shows it with everything the person may do.</summary>
    public async Task OpenAsync()
    {
        if (_open)
        {
            return;
        }

        _text = "";
        _at = 0;
        _all = Reader.Lines((await Person).User.ToActor());
        _lines = PaletteRanking.Best(_all, "");
        _open = true;
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_reveal)
        {
            _reveal = false;
            await Browser.TellAsync("reveal", [$"#palette-{_at}"]);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private void Close() => _open = false;

    private async Task WriteAsync(ChangeEventArgs change)
    {
        _text = (change.Value as string ?? "").Trim();
        _at = 0;
        _lines = PaletteRanking.Best(_all, _text);
        if (_finding is not null)
        {
            await _finding.CancelAsync();
        }

        if (_text.Length < 2)
        {
            return;
        }

        using var finding = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        _finding = finding;
        try
        {
            await FindAsync(_text, finding.Token);
        }
        catch (OperationCanceledException) when (finding.IsCancellationRequested)
        {
            // More was written meanwhile.
        }
        finally
        {
            if (ReferenceEquals(_finding, finding))
            {
                _finding = null;
            }
        }
    }

    private async Task FindAsync(string text, CancellationToken cancellationToken)
    {
        var person = (await Person).User;
        var found = new List<PaletteEntry>();
        foreach (var source in Sources)
        {
            found.AddRange((await source.FindAsync(person, text, cancellationToken)).Take(MostFound));
        }

        cancellationToken.ThrowIfCancellationRequested();
        _lines = PaletteRanking.Best(_all.Concat(found), text);
    }

    private async Task PressAsync(KeyboardEventArgs press)
    {
        _reveal = press.Key is "ArrowDown" or "ArrowUp";
        switch (press.Key)
        {
            case "ArrowDown" when _lines.Count > 0:
                _at = (_at + 1) % _lines.Count;
                break;
            case "ArrowUp" when _lines.Count > 0:
                _at = (_at + _lines.Count - 1) % _lines.Count;
                break;
            case "Enter" when _lines.Count > 0:
                await RunAsync(_lines[_at]);
                break;
        }
    }

    private async Task RunAsync(PaletteEntry line)
    {
        Close();
        if (line.Run is { } run)
        {
            await run(Services, _gone.Token);
        }
        else if (line.Href is { } href)
        {
            Navigation.NavigateTo(href);
        }
    }
}
