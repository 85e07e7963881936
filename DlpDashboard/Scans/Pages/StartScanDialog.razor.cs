using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Pages;

/// <summary>Starts a scan: prefilled from the address, from an earlier scan, or with everything.</summary>
public sealed partial class StartScanDialog
{
    private static readonly IReadOnlyList<Option> Priorities = [.. Enum.GetValues<ScanPriority>().Select(priority => new Option(priority.ToString(), Words.Of(priority)))];

    private IReadOnlyList<EndpointName>? _endpoints;
    private EndpointName? _endpoint;
    private ScanPlan _plan = ScanPlan.Everything;
    private ScanPriority _priority = ScanPriority.Normal;
    private IReadOnlyList<Problem> _problems = [];
    private Problem? _refusal;
    private long? _population;
    private bool _isTried;
    private bool _leadsToProblem;
    private bool _isBusy;
    private bool _wasOpen;

    /// <summary>Whether it asks now.</summary>
    [Parameter, EditorRequired]
    public bool Open { get; set; }

    /// <summary>The endpoint that is chosen at first.</summary>
    [Parameter]
    public Guid? EndpointId { get; set; }

    /// <summary>The scan whose endpoint, plan and priority are taken over; goes over all else.</summary>
    [Parameter]
    public Guid? From { get; set; }

    /// <summary>The plan to begin with.</summary>
    [Parameter]
    public ScanPlan? Plan { get; set; }

    /// <summary>The person wants it closed.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Inject]
    private IEndpointDirectory Endpoints { get; set; } = default!;

    [Inject]
    private ScanReader Reader { get; set; } = default!;

    [Inject]
    private ScanService Service { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Browser Browser { get; set; } = default!;

    private IReadOnlyList<Option> EndpointOptions => [.. _endpoints!.Select(endpoint => new Option(endpoint.Id.ToString(), endpoint.Name))];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var opens = Open && !_wasOpen;
        _wasOpen = Open;
        if (opens)
        {
            await FillAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_leadsToProblem)
        {
            _leadsToProblem = false;
            await Browser.TellAsync("focus", ["form.start [aria-invalid='true']"]);
        }
    }

    private async Task FillAsync()
    {
        (_endpoints, _problems, _refusal, _population, _isTried) = (null, [], null, null, false);
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        var former = From is { } id ? await Reader.OneAsync(actor, id, CancellationToken.None) : null;
        (_plan, _priority) = (former?.Plan ?? Plan ?? ScanPlan.Everything, former?.Priority ?? ScanPriority.Normal);
        _endpoints = [.. (await Endpoints.ListAsync(actor.OrganisationId, CancellationToken.None)).Where(endpoint => endpoint.IsEnabled)];
        _endpoint = Find(former?.EndpointId ?? EndpointId) ?? (_endpoints.Count > 0 ? _endpoints[0] : null);
    }

    private EndpointName? Find(Guid? id) => _endpoints?.FirstOrDefault(endpoint => endpoint.Id == id);

    private void Choose(string? id)
    {
        (_endpoint, _population) = (Guid.TryParse(id, out var chosen) ? Find(chosen) : null, null);
        _problems = [.. _problems.Where(problem => problem.Field != "endpointId")];
        _refusal = null;
    }

    private void Change(ScanPlan plan)
    {
        // Another sample is drawn from the same objects; anything else changes how many there are.
        _population = plan with { SamplePercent = _plan.SamplePercent } == _plan ? _population : null;
        _plan = plan;
        _refusal = null;
        _problems = _isTried || _problems.Count > 0 ? ScanPlanCheck.Problems(plan) : [];
    }

    private void See(ScanEstimate estimate) => _population = estimate.Bound?.Objects ?? estimate.Objects + estimate.Unchanged.Objects;

    private string? Of(string field) => _problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    private async Task StartAsync()
    {
        if (_isBusy || _endpoint is not { } endpoint)
        {
            return;
        }

        _isTried = true;
        _refusal = null;
        _problems = ScanPlanCheck.Problems(_plan);
        if (_problems.Count > 0)
        {
            _leadsToProblem = true;
            return;
        }

        _isBusy = true;
        var started = await Service.StartAsync(await CurrentActor.GetAsync(CancellationToken.None), endpoint.Id, _plan, _priority, CancellationToken.None);
        _isBusy = false;
        if (started.Succeeded)
        {
            Navigation.NavigateTo(Links.Scan(started.Value));
        }
        else if (started.Problem.Field is null or "endpointId")
        {
            _refusal = started.Problem;
        }
        else
        {
            (_problems, _leadsToProblem) = ([started.Problem], true);
        }
    }
}
