using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.UI;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Posture.Pages;

/// <summary>The checks of one bucket. Loads by itself.</summary>
public sealed partial class BucketChecksPanel : ComponentBase, IDisposable
{
    private readonly Leaving _leaving = new();
    private Outcome<BucketPosture>? _posture;
    private IReadOnlyDictionary<string, SuppressionRow> _accepted = new Dictionary<string, SuppressionRow>(StringComparer.Ordinal);
    private (Guid, int)? _loaded;
    private bool _mayManage;

    /// <summary>The bucket.</summary>
    [Parameter, EditorRequired]
    public Guid BucketId { get; set; }

    /// <summary>Another value loads anew.</summary>
    [Parameter]
    public int LoadKey { get; set; }

    /// <summary>A failure was accepted or counts again: the bucket's counts are others.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private BucketPostureReader Reader { get; set; } = default!;

    [Inject]
    private PostureReader Lists { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded == (BucketId, LoadKey))
        {
            return;
        }

        _posture = _loaded?.Item1 == BucketId ? _posture : null;
        _loaded = (BucketId, LoadKey);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var bucketId = BucketId;
        var actor = await CurrentActor.GetAsync(_leaving.Token);
        var posture = await Reader.OneAsync(actor, bucketId, _leaving.Token);
        var accepted = posture.Succeeded ? await Lists.AcceptedOfAsync(actor, posture.Value.Bucket.EndpointId, bucketId, _leaving.Token) : _accepted;
        if (bucketId == BucketId)
        {
            (_posture, _accepted, _mayManage) = (posture, accepted, actor.May(Permissions.PostureManage));
        }
    }

    private async Task ChangedAsync()
    {
        await LoadAsync();
        await OnChanged.InvokeAsync();
    }

    private static IEnumerable<CheckGroup> Groups(BucketPosture posture)
    {
        CheckGroup[] groups =
        [
            new("Failed", Of(posture, CheckVerdict.Fail, isAccepted: false), false),
            new("Not known", Of(posture, CheckVerdict.Unknown, isAccepted: false), false),
            new("Failed and accepted", Of(posture, CheckVerdict.Fail, isAccepted: true), false),
            new("Passed", Of(posture, CheckVerdict.Pass, isAccepted: false), true),
            new("Not applicable", Of(posture, CheckVerdict.NotApplicable, isAccepted: false), true),
        ];
        return groups.Where(group => group.Checks.Count > 0);
    }

    private static List<CheckResultRow> Of(BucketPosture posture, CheckVerdict verdict, bool isAccepted) =>
        [.. posture.Checks.Where(check => check.Verdict == verdict && check.IsSuppressed == isAccepted)];

    private sealed record CheckGroup(string Title, IReadOnlyList<CheckResultRow> Checks, bool IsFolded);
}
