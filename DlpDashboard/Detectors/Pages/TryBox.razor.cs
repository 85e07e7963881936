using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Trying;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Detectors.Pages;

/// <summary>The box in which a text is tried out.</summary>
public sealed partial class TryBox : IDisposable
{
    private readonly Leaving _leaving = new();
    private ElementReference _text;
    private string _looked = "";
    private TextLookResult? _result;
    private Problem? _refusal;
    private bool _isBusy;
    private bool _showsAll;

    /// <summary>Looks through a text; the truth says whether what is too unlikely to be reported is shown too.</summary>
    [Parameter, EditorRequired]
    public Func<string, bool, CancellationToken, Task<Outcome<TextLookResult>>> Look { get; set; } = default!;

    /// <summary>Before the ids of its controls.</summary>
    [Parameter]
    public string Name { get; set; } = "try";

    /// <summary>What the text is called.</summary>
    [Parameter]
    public string Label { get; set; } = "Text to try";

    /// <summary>How its button looks: the first one on a page that is there for trying.</summary>
    [Parameter]
    public ButtonKind Kind { get; set; }

    /// <summary>Whether the person may ask for what is too unlikely to be reported.</summary>
    [Parameter]
    public bool OffersUnlikely { get; set; }

    /// <summary>Whether one detector looks that is not saved: it has no page to go to.</summary>
    [Parameter]
    public bool IsDraft { get; set; }

    [Inject]
    private Browser Browser { get; set; } = default!;

    private string Said
    {
        get
        {
            var result = _result!;
            var found = result.Count == 0 ? "Nothing was found."
                : result.Count > result.Detections.Count ? $"{Figures.Grouped(result.Count)} values were found; the first {Figures.Grouped(result.Detections.Count)} are shown."
                : $"{Words.Counted(result.Count, "value")} {(result.Count == 1 ? "was" : "were")} found.";
            var excluded = result.LeftOut == 0 ? "" : $" {Words.Counted(result.LeftOut, "value")} {(result.LeftOut == 1 ? "is" : "are")} left out by your exclusion rules.";
            var few = result.TooFew.Count == 0 ? "" : $" {string.Join(", ", result.TooFew.Select(detector => detector.Name))} saw values, but fewer than an object must hold.";
            var unlikely = result.Unreported.Count == 0 ? "" : $" {Figures.Grouped(result.Unreported.Count)} of those shown {(result.Unreported.Count == 1 ? "is" : "are")} too unlikely to be reported by scans.";
            return found + unlikely + excluded + few;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task TryAsync()
    {
        _isBusy = true;
        try
        {
            var text = await Browser.ReadTextAsync(_text, TryLimits.LongestText, _leaving.Token);
            var outcome = await Look(text, _showsAll, _leaving.Token);
            (_result, _refusal, _looked) = (outcome.Value, outcome.Problem, text);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <summary>The file is made in the browser: neither text nor values go by an address.</summary>
    private Task SaveAsync() => Browser.TellAsync("saveText", ["tried.csv", TryCsv.Of(_result!)], _leaving.Token).AsTask();

    private async Task ClearAsync()
    {
        (_result, _refusal, _looked) = (null, null, "");
        await Browser.TellAsync("writeText", [_text, ""]);
    }
}
