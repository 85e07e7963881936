using DlpDashboard.Access;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Catalogue;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Detectors.Trying;
using DlpDashboard.Kernel;
using DlpDashboard.UI.Feedback;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Detectors.Pages;

/// <summary>One detector: what it is, how it does, and what the organisation decided about it.</summary>
public sealed partial class DetectorPage
{
    private Outcome<DetectorDetails>? _details;
    private CustomRule? _rule;
    private string? _loaded;
    private bool _mayManage;
    private bool _isBusy;

    /// <summary>The detector's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private DetectorReader Reader { get; set; } = default!;

    [Inject]
    private CustomDetectorReader Customs { get; set; } = default!;

    [Inject]
    private DetectorSwitchService Switches { get; set; } = default!;

    [Inject]
    private DetectorTryService Trying { get; set; } = default!;

    [Inject]
    private ToastFeed Toasts { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (_loaded == Id)
        {
            return Task.CompletedTask;
        }

        _loaded = Id;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        _mayManage = actor.May(Permissions.DetectorsManage);
        _details = await Reader.GetAsync(actor, Id, CancellationToken.None);
        _rule = _details.Value?.Row.CustomId is { } custom ? (await Customs.GetAsync(actor, custom, CancellationToken.None)).Value?.Rule : null;
    }

    private async Task TurnAsync(bool isOn)
    {
        _isBusy = true;
        var switched = await Switches.SwitchAsync(await CurrentActor.GetAsync(CancellationToken.None), [Id], isOn, CancellationToken.None);
        _isBusy = false;
        if (!switched.Succeeded)
        {
            Toasts.Failed(switched.Problem);
        }

        await LoadAsync();
    }

    private async Task<Outcome<TextLookResult>> LookAsync(string text, bool showsAll, CancellationToken cancellationToken) =>
        await Trying.TryAsync(await CurrentActor.GetAsync(cancellationToken), text, [Id], showsAll, cancellationToken);
}
