using DlpDashboard.Detection.Custom;
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

    /// <summary>Looks through a text.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<Outcome<TextLookResult>>> Look { get; set; } = default!;

    /// <summary>Before the ids of its controls.</summary>
    [Parameter]
    public string Name { get; set; } = "try";

    /// <summary>What the text is called.</summary>
    [Parameter]
    public string Label { get; set; } = "Text to try";

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
            return found + excluded + few;
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
            var outcome = await Look(text, _leaving.Token);
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

    private async Task ClearAsync()
    {
        (_result, _refusal, _looked) = (null, null, "");
        await Browser.TellAsync("writeText", [_text, ""]);
    }
}
