using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Explaining;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.UI;
using DlpDashboard.UI.Forms;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Time;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Posture.Pages;

/// <summary>The raw documents of one bucket. Loads by itself; follows the address.</summary>
public sealed partial class BucketDocumentsPanel : ComponentBase, IDisposable
{
    // What people look at first where the address names none.
    private static readonly string[] First = ["policy", "iamPolicy", "container", "folder"];

    private readonly Leaving _leaving = new();
    private Outcome<IReadOnlyList<DocumentHead>>? _documents;
    private IReadOnlyList<DocumentHead> _versions = [];
    private DocumentHead? _shown;
    private DocumentHead? _against;
    private JsonLines? _lines;
    private IReadOnlyList<DiffLine>? _diff;
    private (Guid, int)? _loaded;
    private string? _name;
    private string _path = "";
    private string? _content;
    private bool _isReading;

    /// <summary>The bucket.</summary>
    [Parameter, EditorRequired]
    public Guid BucketId { get; set; }

    /// <summary>Another value loads anew.</summary>
    [Parameter]
    public int LoadKey { get; set; }

    [Inject]
    private BucketDocumentReader Reader { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private QueryState Query { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private PersonClock Clock { get; set; } = default!;

    private IReadOnlyList<Option> VersionOptions => [.. _versions.Select(OptionOf)];

    private IReadOnlyList<Option> OtherOptions => [.. _versions.Where(version => version.Id != _shown?.Id).Select(OptionOf)];

    /// <inheritdoc />
    public void Dispose()
    {
        Query.Changed -= Follow;
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Query.Changed += Follow;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != (BucketId, LoadKey))
        {
            _documents = _loaded?.Item1 == BucketId ? _documents : null;
            _loaded = (BucketId, LoadKey);
            await LoadAsync();
        }
    }

    private static string Classes(DocumentHead document) => document.State switch { DocumentState.Present => "there", DocumentState.Unknown => "unknown", _ => "absent" };

    private Option OptionOf(DocumentHead version) =>
        new(version.Id.ToString(), $"{Clock.Short(version.FirstSeenUtc)}{(version.IsCurrent ? " (now)" : "")} · {PostureWords.Of(version.State).ToLowerInvariant()}");

    private void ChooseVersion(string? id) => Navigation.NavigateTo(BucketAddress.DocumentHref(Navigation, _name ?? "", null, Guid.TryParse(id, out var version) ? version : null), replace: true);

    private void ChooseAgainst(string? id) => Navigation.NavigateTo(BucketAddress.DocumentHref(Navigation, _name ?? "", null, _shown?.Id, Guid.TryParse(id, out var against) ? against : null), replace: true);

    private void Follow() => _ = InvokeAsync(async () =>
    {
        if (!_leaving.IsCancellationRequested && _documents is { Succeeded: true })
        {
            await ReadAsync();
            StateHasChanged();
        }
    });

    private async Task LoadAsync()
    {
        _isReading = true;
        _documents = await Reader.ListAsync(await CurrentActor.GetAsync(_leaving.Token), BucketId, _leaving.Token);
        if (_documents.Succeeded)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        _isReading = true;
        var heads = _documents!.Value!;
        _name = Query.Get(BucketAddress.Document) is { } asked && heads.Any(head => head.Name == asked) ? asked
            : Query.Get(BucketAddress.Document) is not null ? null
            : First.FirstOrDefault(name => heads.Any(head => head.Name == name && head.State == DocumentState.Present)) ?? (heads is [var one, ..] ? one.Name : null);
        _path = Query.Get(BucketAddress.Place) ?? "";
        (_shown, _against, _lines, _diff, _content) = (null, null, null, null, null);
        if (_name is { } name)
        {
            var actor = await CurrentActor.GetAsync(_leaving.Token);
            _versions = await Reader.VersionsAsync(actor, BucketId, name, _leaving.Token);
            _shown = Asked(BucketAddress.Version) ?? _versions.FirstOrDefault(version => version.IsCurrent);
            _against = Asked(BucketAddress.Against) is { } other && other.Id != _shown?.Id ? other : null;
            await DrawAsync(actor);
        }

        _isReading = false;
    }

    private async Task DrawAsync(Actor actor)
    {
        if (_shown is not { } shown)
        {
            return;
        }

        _content = await Reader.ContentAsync(actor, BucketId, shown.Id, _leaving.Token);
        _lines = _content is null ? null : JsonLines.Of(_content, _path);
        if (_against is { } against)
        {
            var former = await Reader.ContentAsync(actor, BucketId, against.Id, _leaving.Token);
            _diff = LineDiff.Folded(LineDiff.Of(former is null ? [] : JsonLines.Of(former).Lines, _lines?.Lines ?? []));
        }
    }

    private DocumentHead? Asked(string parameter) => Guid.TryParse(Query.Get(parameter), out var id) ? _versions.FirstOrDefault(version => version.Id == id) : null;
}
