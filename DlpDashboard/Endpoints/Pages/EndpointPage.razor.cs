using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>One endpoint: look, test, change, disable, delete.</summary>
public sealed partial class EndpointPage : IDisposable
{
    /// <summary>The history entry's state with which the page begins by testing the connection.</summary>
    internal const string TestAtOnce = "test";

    private readonly Leaving _left = new();
    private Outcome<EndpointDetails>? _details;
    private EndpointFormState? _state;
    private EndpointDetails? _newest;
    private int? _version;
    private bool _mayManage;
    private bool _busy;
    private bool _leaving;

    /// <summary>The endpoint.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private EndpointReader Reader { get; set; } = default!;

    [Inject]
    private EndpointService Service { get; set; } = default!;

    [Inject]
    private ObjectStoreFactory Factory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    private bool StartsTest => _mayManage && Navigation.HistoryEntryState == TestAtOnce && _details?.Value?.Row.TestedUtc is null;

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => _details?.Value?.Row.Id == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await CurrentActor.GetAsync(_left.Token);
        _mayManage = actor.May(Permissions.EndpointsManage);
        Show(await Reader.GetAsync(actor, Id, _left.Token));
    }

    private void Show(Outcome<EndpointDetails> details)
    {
        _details = details;
        _newest = null;
        _state = details.Succeeded ? EndpointFormState.Of(details.Value) : null;
        _version = details.Value?.Row.Version;
    }

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var actor = await CurrentActor.GetAsync(_left.Token);
            var saved = await Service.EditAsync(actor, Id, _version, _state!.ToDraft(), CancellationToken.None);
            _state.Refuse(saved.Problem, saved.Succeeded ? [] : await Service.ProblemsAsync(actor, Id, _state.ToDraft(), CancellationToken.None));
            if (saved.Succeeded)
            {
                Show(saved);
                Toasts.Done($"{saved.Value.Row.Name} is saved.");
            }
            else if (saved.Problem.Code == EndpointProblems.EditConflictCode)
            {
                _newest = (await Reader.GetAsync(actor, Id, _left.Token)).Value;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private void TakeTheirs() => Show(_newest!);

    private Task KeepMineAsync()
    {
        _version = _newest!.Row.Version;
        _newest = null;
        return SaveAsync();
    }

    /// <summary>The pill and the kept steps follow a test; what stands in the form stays.</summary>
    private async Task TestedAsync()
    {
        var fresh = await Reader.GetAsync(await CurrentActor.GetAsync(_left.Token), Id, _left.Token);
        if (fresh.Succeeded && fresh.Value.Row.Version == _version)
        {
            _details = fresh;
        }
    }

    /// <summary>After a switch: what stands in the form stays where it is not saved yet.</summary>
    private async Task RefreshAsync()
    {
        var fresh = await Reader.GetAsync(await CurrentActor.GetAsync(_left.Token), Id, _left.Token);
        if (fresh.Succeeded && _state?.IsDirty == true)
        {
            (_details, _version) = (fresh, fresh.Value.Row.Version);
        }
        else
        {
            Show(fresh);
        }
    }

    private void Leave()
    {
        _leaving = true;
        Navigation.NavigateTo(Links.Endpoints);
    }
}
