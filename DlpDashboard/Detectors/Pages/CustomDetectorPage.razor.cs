using DlpDashboard.Access;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Detectors.Trying;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Detectors.Pages;

/// <summary>The form of a custom detector, with a pane to try it out.</summary>
public sealed partial class CustomDetectorPage
{
    private Outcome<CustomForm>? _state;
    private CustomForm? _form;
    private CustomRuleFields? _fields;
    private Guid _rowId;
    private int? _version;
    private IReadOnlyList<Problem> _problems = [];
    private Problem? _refusal;
    private bool _isDirty;
    private bool _isBusy;
    private bool _asksDelete;

    /// <summary>The detector's id in the catalogue; null for a new one.</summary>
    [Parameter]
    public string? Id { get; set; }

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private CustomDetectorReader Reader { get; set; } = default!;

    [Inject]
    private CustomDetectorService Service { get; set; } = default!;

    [Inject]
    private DetectorTryService Trying { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private IReadOnlyList<Crumb> Crumbs => Id is null ? [new Crumb("Detectors", Links.Detectors)] : [new Crumb("Detectors", Links.Detectors), new Crumb("Detector", Links.Detector(Id))];

    private string Standing => _problems.Count > 0 ? $"{Words.Counted(_problems.Count, "field")} must be mended first." : _isDirty ? "Not saved yet." : "";

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        var details = Id is null ? null : await Reader.FindAsync(actor, Id, CancellationToken.None);
        _state = details is null ? new CustomForm() : details.Succeeded ? CustomForm.Of(details.Value) : details.Problem;
        (_form, _version, _rowId) = (_state.Value, details?.Value?.Version, details?.Value?.Id ?? Guid.Empty);
        (_problems, _refusal, _isDirty) = ([], null, false);
    }

    private void Take(CustomExample example)
    {
        // The fields are drawn anew: what a box holds is the browser's.
        _form = CustomForm.Of(example.Rule, isOn: true);
        _state = _form;
        Changed();
    }

    private void Changed()
    {
        _isDirty = true;
        _problems = _problems.Count == 0 ? _problems : [.. _problems.Where(problem => CustomRuleCheck.FaultsOf(_form!.Read()).Any(fault => fault.Field == problem.Field))];
        StateHasChanged();
    }

    private string? ErrorOf(string field) => _problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    private async Task SaveAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        await _fields!.ReadTermsAsync(CancellationToken.None);
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        var draft = _form!.Read();
        _problems = Service.Problems(actor, draft);
        if (_problems.Count == 0)
        {
            var saved = Id is null ? await Service.AddAsync(actor, draft, _form.IsOn, CancellationToken.None) : await Service.EditAsync(actor, _rowId, _version, draft, _form.IsOn, CancellationToken.None);
            _refusal = saved.Problem;
            if (saved.Succeeded)
            {
                _isDirty = false;
                Toasts.Done(Id is null ? $"{saved.Value.Rule.Name} was added. The next scans look for it." : "Saved. The next scans look accordingly.");
                Navigation.NavigateTo(Links.Detector(saved.Value.Rule.Id));
            }
        }

        _isBusy = false;
        if (_problems.Count > 0)
        {
            StateHasChanged();
            await _fields.ShowWrongAsync();
        }
    }

    private async Task DeleteAsync()
    {
        var deleted = await Service.DeleteAsync(await CurrentActor.GetAsync(CancellationToken.None), _rowId, _version, CancellationToken.None);
        _refusal = deleted.Problem;
        if (deleted.Succeeded)
        {
            _asksDelete = false;
            _isDirty = false;
            Toasts.Done($"{_form!.Name} was deleted.");
            Navigation.NavigateTo(Links.Detectors);
        }
    }

    private async Task<Outcome<TextLookResult>> LookAsync(string text, bool showsAll, CancellationToken cancellationToken)
    {
        await _fields!.ReadTermsAsync(cancellationToken);
        var tried = await Trying.TryDraftAsync(await CurrentActor.GetAsync(cancellationToken), text, _form!.Read(), cancellationToken);
        _problems = tried.Problem is { Field: not null and not "text" } problem ? [problem] : [];
        await InvokeAsync(StateHasChanged);
        return tried;
    }
}
