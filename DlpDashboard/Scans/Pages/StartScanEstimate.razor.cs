using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Pages;

/// <summary>The estimate of the plan as it is being written.</summary>
public sealed partial class StartScanEstimate : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(600);

    private CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;
    private ScanEstimate? _estimate;
    private ScanEstimateShare? _count;
    private Problem? _problem;
    private EndpointName? _endpoint;
    private ScanPlan? _plan;
    private bool _isRunning;
    private bool _isStale;
    private bool _isAsked;

    /// <summary>What would be scanned.</summary>
    [Parameter, EditorRequired]
    public EndpointName? Endpoint { get; set; }

    /// <summary>How.</summary>
    [Parameter, EditorRequired]
    public ScanPlan Plan { get; set; } = ScanPlan.Everything;

    /// <summary>Whether the plan can be estimated: it breaks no rule.</summary>
    [Parameter, EditorRequired]
    public bool IsWell { get; set; }

    /// <summary>An estimate is there.</summary>
    [Parameter]
    public EventCallback<ScanEstimate> OnEstimated { get; set; }

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private ScanEstimator Estimator { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string Counted => _count is { } count ? $"{ScanEstimateWords.Share(count)} so far" : "Listing…";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_endpoint?.Id == Endpoint?.Id && ReferenceEquals(_plan, Plan))
        {
            return;
        }

        _estimate = _endpoint?.Id == Endpoint?.Id ? _estimate : null;
        (_endpoint, _plan, _isStale, _problem) = (Endpoint, Plan, true, null);
        _isAsked |= Endpoint?.Provider == "local";
        Begin(_isAsked && IsWell ? Quiet : null);
    }

    private void Ask()
    {
        _isAsked = true;
        _problem = null;
        Begin(TimeSpan.Zero);
    }

    private void Stop()
    {
        _isAsked = false;
        Begin(after: null);
    }

    /// <summary>Ends what runs; begins anew after so much quiet, or not at all.</summary>
    private void Begin(TimeSpan? after)
    {
        var former = _stop;
        former.Cancel();
        _stop = new CancellationTokenSource();
        _work = RunAsync(_work, former, after, _stop.Token);
    }

    private async Task RunAsync(Task before, CancellationTokenSource former, TimeSpan? after, CancellationToken cancellationToken)
    {
        try
        {
            await before;
            former.Dispose();
            _isRunning = false;
            if (after is not { } quiet || Endpoint is not { } endpoint)
            {
                StateHasChanged();
                return;
            }

            await Task.Delay(quiet, Time, cancellationToken);
            (_isRunning, _count) = (true, null);
            StateHasChanged();
            var outcome = await Estimator.EstimateAsync(await CurrentActor.GetAsync(cancellationToken), endpoint.Id, Plan, Count, cancellationToken);
            (_isRunning, _isStale, _estimate, _problem) = (false, false, outcome.Value, outcome.Problem);
            StateHasChanged();
            if (outcome.Succeeded)
            {
                await OnEstimated.InvokeAsync(outcome.Value);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Another change came, or the dialog was closed.
        }
        catch (Exception surprise)
        {
            _isRunning = false;
            await DispatchExceptionAsync(surprise);
        }
    }

    private void Count(ScanEstimateShare count)
    {
        _count = count;
        _ = InvokeAsync(StateHasChanged);
    }
}
