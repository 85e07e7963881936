using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Admin.Settings.Pages;

/// <summary>The organisation's settings: prices, limits, retention; and beside them what the configuration decides.</summary>
public sealed partial class SettingsPage
{
    private Outcome<SettingsView>? _view;
    private SettingsForm? _form;
    private RetentionPeriods? _periods;
    private IReadOnlyList<Problem> _problems = [];
    private Problem? _refusal;
    private bool _showsProblems;
    private bool _isDirty;
    private bool _isBusy;
    private bool _mayWrite;
    private int _runs;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private SettingsReader Reader { get; set; } = default!;

    [Inject]
    private SettingsService Service { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    [Inject]
    private Browser Browser { get; set; } = default!;

    private string Sub => "What your organisation decides for itself.";

    private string Standing => _showsProblems && _problems.Count > 0 ? $"{Words.Counted(_problems.Count, "field")} must be mended first." : _isDirty ? "Not saved yet." : "";

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private static string NameOf(string provider) => provider switch
    {
        "aws" => "Amazon S3",
        "azure" => "Azure Blob Storage",
        _ => "Google Cloud Storage",
    };

    private async Task LoadAsync()
    {
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        _mayWrite = actor.May(Permissions.SettingsWrite);
        _view = await Reader.GetAsync(actor, CancellationToken.None);
        Discard();
    }

    private void Discard()
    {
        (_refusal, _showsProblems) = (null, false);
        _form = SettingsForm.Of(_view!.Value!);
        Changed();
    }

    private void Change(Action change)
    {
        change();
        Changed();
    }

    private void Changed()
    {
        var (draft, problems) = _form!.Read();
        _problems = problems;
        _isDirty = _form.IsDirty();
        _periods = problems.Any(problem => problem.Field?.StartsWith("retention.", StringComparison.Ordinal) == true) ? null : draft.Retention;
    }

    /// <summary>A name that is still to be written is no mistake before somebody wants to save.</summary>
    private string? ErrorOf(string field) => _problems
        .FirstOrDefault(problem => problem.Field == field && (_showsProblems || !field.EndsWith(".name", StringComparison.Ordinal)))?.Sentence;

    private async Task SaveAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _showsProblems = true;
        if (_problems.Count > 0)
        {
            await Browser.TellAsync("focus", ["form [aria-invalid=true]"]);
            return;
        }

        _isBusy = true;
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        var saved = await Service.SaveAsync(actor, _view!.Value!.Values.Version, _form!.Read().Draft, CancellationToken.None);
        _isBusy = false;
        _refusal = saved.Problem;
        if (saved.Succeeded)
        {
            Toasts.Done("The settings are saved.");
            await LoadAsync();
        }
    }
}
