using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Forms;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Time;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Scheduling.Pages;

/// <summary>One schedule, or a new one: its form, what can be done with it, and what came of its runs.</summary>
public sealed partial class SchedulePage
{
    private static readonly List<Option> Misfires = [new(nameof(MisfireRule.RunOnce), "Run once as soon as it is there again"), new(nameof(MisfireRule.Skip), "Leave that run out")];
    private static readonly List<Option> Priorities = [.. Enum.GetValues<ScanPriority>().Select(priority => new Option(priority.ToString(), Words.Of(priority)))];

    private List<Option> _endpoints = [];
    private ScheduleHistory? _history;
    private ScheduleRow? _row;
    private ScheduleDraft? _draft;
    private IReadOnlyList<DateTime>? _next;
    private IReadOnlyList<Problem> _problems = [];
    private Problem? _missing;
    private Problem? _refusal;
    private bool _showsProblems;
    private bool _asksDelete;
    private bool _mayStart;
    private bool _isBusy;

    /// <summary>Which; null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The endpoint of a new one.</summary>
    [SupplyParameterFromQuery(Name = "endpoint")]
    public Guid? Endpoint { get; set; }

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private ScheduleReader Reader { get; set; } = default!;

    [Inject]
    private ScheduleService Service { get; set; } = default!;

    [Inject]
    private IEndpointDirectory Endpoints { get; set; } = default!;

    [Inject]
    private PersonClock Clock { get; set; } = default!;

    [Inject]
    private ScheduleFeedback Feedback { get; set; } = default!;

    private string Title => Id is null ? "New schedule" : _row?.Name ?? "Schedule";

    private static IReadOnlyList<Crumb> Crumbs => [new("Schedules", Links.Schedules)];

    private string? EndpointValue => _draft is { EndpointId: var id } && id != Guid.Empty ? id.ToString() : "";

    private IReadOnlyList<Problem> Problems => _showsProblems ? _problems : [.. _problems.Where(problem => problem.Field is not ("name" or "endpointId"))];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        _mayStart = actor.May(Permissions.ScansStart);
        _endpoints = [new Option("", "Choose one"), .. (await Endpoints.ListAsync(actor.OrganisationId, CancellationToken.None)).Select(endpoint => new Option(endpoint.Id.ToString(), endpoint.Name))];
        if (Id is { } id)
        {
            await LoadAsync(actor, id);
            return;
        }

        _row = null;
        await ChangeAsync(new ScheduleDraft { EndpointId = Endpoint ?? Guid.Empty, TimeZone = Clock.Zone.Id, Plan = new ScanPlan { Mode = ScanMode.Changed } });
    }

    private async Task LoadAsync(Actor actor, Guid id)
    {
        var found = await Reader.OneAsync(actor, id, CancellationToken.None);
        (_row, _missing) = (found.Value, found.Problem);
        if (_row is { } row)
        {
            await ChangeAsync(new ScheduleDraft
            {
                Name = row.Name, EndpointId = row.EndpointId, Recurrence = row.Recurrence, TimeZone = row.TimeZone, Misfire = row.Misfire, IsEnabled = row.IsEnabled, Plan = row.Plan, Priority = row.Priority,
            });
        }
    }

    private Task Change(ScheduleDraft draft) => ChangeAsync(draft);

    private async Task ChangeAsync(ScheduleDraft draft)
    {
        _draft = draft;
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        _next = Service.Preview(actor, draft.Recurrence, draft.TimeZone, 5).Value;
        _problems = _mayStart ? await Service.ProblemsAsync(actor, draft, CancellationToken.None) : [];
    }

    private string? Of(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    private async Task SaveAsync()
    {
        _showsProblems = true;
        if (_isBusy || _draft is not { } draft)
        {
            return;
        }

        // The last field may have changed by the same press, and its check is still under way.
        await ChangeAsync(draft);
        if (_problems.Count > 0)
        {
            return;
        }

        await DoAsync(async actor =>
        {
            if (Id is { } id)
            {
                var edited = await Service.EditAsync(actor, id, _row?.Version, _draft!, CancellationToken.None);
                return edited.Succeeded ? Feedback.Done("The schedule is saved.") : edited.Problem;
            }

            var added = await Service.AddAsync(actor, _draft!, CancellationToken.None);
            return added.Succeeded ? Feedback.GoTo(Links.Schedule(added.Value), "The schedule is added.") : added.Problem;
        });
    }

    private Task SwitchAsync() => DoAsync(async actor =>
    {
        var switched = await Service.SwitchAsync(actor, _row!.Id, !_row.IsEnabled, CancellationToken.None);
        return switched.Succeeded ? Feedback.Done(_row.IsEnabled ? "The schedule is disabled." : "The schedule is enabled.") : switched.Problem;
    });

    private Task RunAsync() => DoAsync(async actor =>
    {
        var run = await Service.RunNowAsync(actor, _row!.Id, CancellationToken.None);
        return run.Succeeded
            ? run.Value is { Reason: { } reason } ? Problem.Conflict("schedules.skipped", reason) : Feedback.Done("A scan is in line.")
            : run.Problem;
    });

    private Task DeleteAsync() => DoAsync(async actor =>
    {
        var deleted = await Service.DeleteAsync(actor, _row!.Id, _row.Version, CancellationToken.None);
        return deleted.Succeeded ? Feedback.GoTo(Links.Schedules, "The schedule is deleted.") : deleted.Problem;
    });

    /// <summary>Does something and then shows the schedule as it is now; null is success.</summary>
    private async Task DoAsync(Func<Actor, Task<Problem?>> deed)
    {
        _isBusy = true;
        var actor = await CurrentActor.GetAsync(CancellationToken.None);
        _refusal = await deed(actor);
        _isBusy = false;
        if (_refusal is null && Id is { } id && !Feedback.IsLeaving)
        {
            await LoadAsync(actor, id);
        }

        await (_history?.ReloadAsync() ?? Task.CompletedTask);
    }
}
