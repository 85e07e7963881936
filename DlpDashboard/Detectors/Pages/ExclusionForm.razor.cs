using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Exclusions;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Detectors.Pages;

/// <summary>The form of an exclusion rule.</summary>
public sealed partial class ExclusionForm
{
    private readonly HashSet<string> _detectors = new(StringComparer.Ordinal);
    private ExclusionKind _kind;
    private string? _text;
    private string _reason = "";
    private string _search = "";
    private bool _isOn = true;
    private bool _isBusy;
    private bool _asksDelete;
    private IReadOnlyList<Problem> _problems = [];
    private Problem? _refusal;

    /// <summary>The rule as it is; null for a new one.</summary>
    [Parameter]
    public ExclusionRow? Row { get; set; }

    /// <summary>The organisation's own detectors: names by id.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Customs { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Only to be seen.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>It was saved or deleted.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    /// <summary>It must be loaded again.</summary>
    [Parameter]
    public EventCallback OnReload { get; set; }

    private IEnumerable<(string Id, string Name)> Shown => Customs.Select(pair => (Id: pair.Key, Name: pair.Value))
        .Concat(DetectorCatalogue.All.Select(detector => (detector.Id, detector.Name)))
        .Where(detector => $"{detector.Name} {detector.Id}".Contains(_search.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(detector => _detectors.Contains(detector.Id)).ThenBy(detector => detector.Name, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (Row is not null)
        {
            (_kind, _reason, _isOn) = (Row.Kind, Row.Reason, Row.IsOn);
            _text = Row.Kind == ExclusionKind.Value ? null : Row.Shown;
            _detectors.UnionWith(Row.Detectors);
        }
    }

    private string? ErrorOf(string field) => _problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    private void Turn(string id, bool isOn) => _ = isOn ? _detectors.Add(id) : _detectors.Remove(id);

    private async Task SaveAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        var draft = new ExclusionDraft { Kind = _kind, Text = _text is null ? null : StorableText.Of(_text, _text.Length), Reason = StorableText.Of(_reason, 201), Detectors = [.. _detectors], IsOn = _isOn };
        _problems = await Service.ProblemsAsync(actor, Row is { Kind: ExclusionKind.Value } ? Row.Id : null, draft, CancellationToken.None);
        if (_problems.Count == 0)
        {
            var saved = Row is null ? await Service.AddAsync(actor, draft, CancellationToken.None) : await Service.EditAsync(actor, Row.Id, Row.Version, draft, CancellationToken.None);
            _refusal = saved.Problem;
            if (saved.Succeeded)
            {
                Toasts.Done("Saved. The next scans leave out accordingly.");
                await OnDone.InvokeAsync();
            }
        }

        _isBusy = false;
    }

    private async Task DeleteAsync()
    {
        var deleted = await Service.DeleteAsync(await CurrentActor.GetAsync(CancellationToken.None), Row!.Id, Row.Version, CancellationToken.None);
        _asksDelete = false;
        _refusal = deleted.Problem;
        if (deleted.Succeeded)
        {
            Toasts.Done("The rule was deleted.");
            await OnDone.InvokeAsync();
        }
    }
}
