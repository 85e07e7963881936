using DlpDashboard.Access;
using DlpDashboard.Findings;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Scans.History;

/// <summary>REST of what scans changed.</summary>
internal static class ScanHistoryApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var scans = routes.MapApi("Scans").MapGroup("/scans");
        scans.MapGet("/{id:guid}/changes", ChangesAsync).RequirePermission(Permissions.ScansRead).RequirePermission(Permissions.FindingsRead)
            .WithSummary("Findings that a scan changed: kind=new, cameBack, changed or gone")
            .Produces<PageOf<ScanChangeRow>>().ProducesProblem(StatusCodes.Status404NotFound);
        scans.MapGet("/{id:guid}/changes/export", ExportOneAsync).RequirePermission(Permissions.ScansRead).RequirePermission(Permissions.FindingsExport)
            .WithSummary("Findings that a scan changed as CSV");
        scans.MapGet("/compare", CompareAsync).RequirePermission(Permissions.ScansRead).RequirePermission(Permissions.FindingsRead)
            .WithSummary("What changed between the ends of two scans of one endpoint, the worst first")
            .Produces<ScanComparisonAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        scans.MapGet("/compare/export", ExportAsync).RequirePermission(Permissions.ScansRead).RequirePermission(Permissions.FindingsExport)
            .WithSummary("What changed between the ends of two scans as CSV");
    }

    private static async Task<IResult> ChangesAsync(Actor actor, Guid id, PageQuery page, ScanHistoryReader history, QueryEnum<ScanChangeKind>? kind, CancellationToken cancellationToken) =>
        (await history.ChangesAsync(actor, id, kind?.Value, page.After, page.Limit, cancellationToken)).ToResult();

    private static async Task<IResult> CompareAsync(
        Actor actor, Guid? from, Guid? to, PageQuery page, ScanHistoryReader history, QueryEnum<ScanChangeKind>? kind, CancellationToken cancellationToken)
    {
        if (from is not { } earlier || to is not { } later)
        {
            return ScanProblems.NameBoth.ToBadRequest();
        }

        var outcome = await history.CompareAsync(actor, earlier, later, kind?.Value, page.After, page.Limit, cancellationToken);
        return outcome.ToResult(comparison => TypedResults.Ok(ScanComparisonAnswer.Of(earlier, comparison)));
    }

    private static async Task<IResult> ExportOneAsync(
        Actor actor, Guid id, ScanHistoryService history, IDetectorDirectory detectors, QueryEnum<ScanChangeKind>? kind, CancellationToken cancellationToken) =>
        FileOf("scan-changes.csv", await history.ExportAsync(actor, from: null, id, kind?.Value, cancellationToken), await NamesAsync(actor, detectors, cancellationToken));

    private static async Task<IResult> ExportAsync(
        Actor actor, Guid? from, Guid? to, ScanHistoryService history, IDetectorDirectory detectors, QueryEnum<ScanChangeKind>? kind, CancellationToken cancellationToken) =>
        from is { } earlier && to is { } later
            ? FileOf("scan-comparison.csv", await history.ExportAsync(actor, earlier, later, kind?.Value, cancellationToken), await NamesAsync(actor, detectors, cancellationToken))
            : ScanProblems.NameBoth.ToBadRequest();

    private static async Task<DetectorNames> NamesAsync(Actor actor, IDetectorDirectory detectors, CancellationToken cancellationToken) =>
        new(await detectors.NamesAsync(actor.OrganisationId, cancellationToken));

    private static IResult FileOf(string name, Outcome<IAsyncEnumerable<ScanChangeRow>> rows, DetectorNames names) =>
        rows.ToResult(found => new CsvResult<ScanChangeRow>(name, ScanChangeCsv.Columns(names), found));
}
