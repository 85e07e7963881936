using DlpDashboard.Access;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Pages;

/// <summary>Pause, cancel, resume, repeat and delete, each where the scan's state and the person's permissions allow it.</summary>
public sealed partial class ScanActions
{
    private Problem? _problem;
    private Question _asks;
    private bool _mayStart;
    private bool _mayDelete;
    private bool _isBusy;

    private enum Question
    {
        None,
        Cancel,
        Delete,
    }

    /// <summary>As the database has it.</summary>
    [Parameter, EditorRequired]
    public ScanRow Scan { get; set; } = default!;

    /// <summary>Something was done with it.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        _mayStart = actor.May(Permissions.ScansStart);
        _mayDelete = actor.May(Permissions.ScansDelete);
    }

    private Task<bool> CancelAsync() => DoAsync(Service.CancelAsync, "The scan stops.");

    private Task<bool> PauseAsync() => DoAsync(Service.PauseAsync, "The scan pauses.");

    private async Task RerunAsync()
    {
        _isBusy = true;
        var started = await Service.RerunAsync(await CurrentActor.GetAsync(CancellationToken.None), Scan.Id, CancellationToken.None);
        _isBusy = false;
        if (started.Succeeded)
        {
            Navigation.NavigateTo(Links.Scan(started.Value));
        }
        else
        {
            Toasts.Failed(started.Problem);
        }
    }

    private Task<bool> ResumeAsync() => DoAsync(Service.ResumeAsync, "The scan is in line again.");

    private async Task DeleteAsync()
    {
        if (await DoAsync(Service.DeleteAsync, "The scan is deleted."))
        {
            Navigation.NavigateTo(Links.Scans);
        }
    }

    private async Task<bool> DoAsync(Func<Actor, Guid, CancellationToken, Task<Outcome<Done>>> deed, string done)
    {
        _isBusy = true;
        var outcome = await deed(await CurrentActor.GetAsync(CancellationToken.None), Scan.Id, CancellationToken.None);
        _isBusy = false;
        if (outcome.Succeeded)
        {
            Dismiss();
            Toasts.Done(done);
            await OnChanged.InvokeAsync();
            return true;
        }

        _problem = outcome.Problem;
        if (_asks == Question.None)
        {
            Toasts.Failed(outcome.Problem);
        }

        return false;
    }

    private void Dismiss()
    {
        _asks = Question.None;
        _problem = null;
    }
}
