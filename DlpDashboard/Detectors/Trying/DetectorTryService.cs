using DlpDashboard.Access;
using DlpDashboard.Data.Protection;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Kernel;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Detectors.Trying;

/// <summary>Tries texts out. The text is looked through in memory and forgotten: it is neither kept nor logged.</summary>
internal sealed class DetectorTryService(DetectorLibrary library, CustomDetectorService customs, FoundValueKeyReader keys, IOptions<DetectorOptions> options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _seats = new(options.Value.TriesAtOnce);

    /// <summary>Looks through a text with all that the organisation looks with.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="text">The text.</param>
    /// <param name="wanted">Only these detectors and packs; none means all that are on.</param>
    /// <param name="showsAll">Whether what is too unlikely to be reported is told too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<TextLookResult>> TryAsync(Actor actor, string text, IReadOnlyList<string> wanted, bool showsAll, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsRead);
        return text.Length > TryLimits.LongestText
            ? DetectorProblems.TextTooLong
            : await LookAsync((await library.OpenAsync(actor.OrganisationId, wanted, cancellationToken)).Set, text, showsAll, cancellationToken);
    }

    /// <summary>Looks through a text with one custom detector that is not saved yet, and nothing else.</summary>
    public async Task<Outcome<TextLookResult>> TryDraftAsync(Actor actor, string text, CustomRule draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.DetectorsManage);
        if (text.Length > TryLimits.LongestText)
        {
            return DetectorProblems.TextTooLong;
        }

        if (customs.Problems(actor, draft with { Name = draft.Name.Trim().Length == 0 ? "New detector" : draft.Name }) is [var problem, ..])
        {
            return problem;
        }

        var choice = new DetectorChoice
        {
            Wanted = [draft.Id],
            Rules = [draft],
            Rulings = [.. DetectorCatalogue.All.Select(detector => new DetectorRuling(detector.Id, IsOn: false, Floor: null, Severity: null))],
            HashKey = await keys.ReadAsync(actor.OrganisationId, cancellationToken),
        };
        return await LookAsync(DetectorSet.Create(choice), text, showsAll: false, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _seats.Dispose();

    private async Task<Outcome<TextLookResult>> LookAsync(DetectorSet set, string text, bool showsAll, CancellationToken cancellationToken)
    {
        if (!await _seats.WaitAsync(Patience, cancellationToken))
        {
            return DetectorProblems.Busy;
        }

        try
        {
            // Beside the circuit or request: a megabyte may take a moment.
            return await Task.Run(() => TextLook.At(set, text, TryLimits.MostDetections, showsAll), cancellationToken);
        }
        finally
        {
            _seats.Release();
        }
    }
}
