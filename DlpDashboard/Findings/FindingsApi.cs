using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Findings.Export;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Findings;

/// <summary>REST over <see cref="FindingReader"/> and <see cref="FindingService"/>.</summary>
internal static class FindingsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Findings");
        api.MapGet("/findings", ListAsync).RequirePermission(Permissions.FindingsRead).WithSummary("Findings: sort=newest, or sort=severity for the most severe first");
        api.MapGet("/findings/totals", TotalsAsync).RequirePermission(Permissions.FindingsRead).WithSummary("Numbers of findings from the roll-up");
        api.MapGet("/findings/export", ExportAsync).RequirePermission(Permissions.FindingsExport).WithSummary("Findings of a filter as a file: format=csv, jsonl, sarif or ocsf");
        api.MapGet("/findings/{id:guid}", OneAsync).RequirePermission(Permissions.FindingsRead).WithSummary("One finding with its masked samples and history");
        api.MapPatch("/findings/{id:guid}", DecideAsync).RequirePermission(Permissions.FindingsTriage).WithSummary("Sets the status of a finding");
        api.MapPost("/findings/status", DecideManyAsync).RequirePermission(Permissions.FindingsTriage).WithSummary("Sets the status of many findings");
        api.MapPost("/findings/status/matching", DecideMatchingAsync).RequirePermission(Permissions.FindingsTriage).WithSummary("Sets the status of all findings that a filter matches, at most 50,000");
    }

    private static async Task<PageOf<FindingRow>> ListAsync(Actor actor, [AsParameters] FindingQueryString query, [FromQuery] QueryEnum<FindingOrder>? sort, PageQuery page, FindingReader reader, CancellationToken cancellationToken) =>
        await reader.PageAsync(actor, query.ToFilter(), sort?.Value ?? FindingOrder.Newest, page.After, page.Limit, cancellationToken);

    private static async Task<IReadOnlyList<FindingTotalRow>> TotalsAsync(Actor actor, FindingReader reader, CancellationToken cancellationToken) =>
        (await reader.TotalsAsync(actor, cancellationToken)).Cells;

    private static async Task<IResult> OneAsync(Actor actor, Guid id, FindingReader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reader.OneAsync(actor, id, cancellationToken) is not { } finding)
        {
            return FindingProblems.NotFound.ToResult();
        }

        response.SetVersion(finding.Row.Revision.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(FindingDocument.Of(finding));
    }

    private static async Task<IResult> DecideAsync(Actor actor, Guid id, FindingDecision decision, FindingService service, HttpRequest request, CancellationToken cancellationToken)
    {
        // A version that is no number equals none: the caller is told that the finding changed.
        var revision = request.ExpectedVersion() is not { } version ? (int?)null
            : int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var outcome = await service.SetStatusAsync(actor, id, decision, revision, cancellationToken);
        return outcome is { Succeeded: false, Problem.Code: FindingProblems.ChangedCode } ? outcome.Problem.ToPreconditionFailed() : outcome.ToResult();
    }

    private static async Task<IResult> DecideManyAsync(Actor actor, FindingDecisions decisions, FindingService service, CancellationToken cancellationToken)
    {
        var outcome = await service.SetStatusAsync(actor, decisions.Ids, new FindingDecision(decisions.Status, decisions.Reason), cancellationToken);
        return outcome.ToResult(changed => TypedResults.Ok(new FindingsChanged(changed)));
    }

    private static async Task<IResult> DecideMatchingAsync(
        Actor actor, [AsParameters] FindingQueryString query, FindingDecision decision, FindingTriageService triage, CancellationToken cancellationToken)
    {
        var outcome = await triage.SetStatusAsync(actor, query.ToFilter(), decision, cancellationToken);
        return outcome.ToResult(changed => TypedResults.Ok(new FindingsChanged(changed)));
    }

    private static async Task<IResult> ExportAsync(
        Actor actor, [AsParameters] FindingQueryString query, [FromQuery] string? format, FindingExportService export, CancellationToken cancellationToken)
    {
        if (!QueryEnum<FindingFileFormat>.TryParse(format ?? "csv", out var wanted))
        {
            return FindingProblems.Format.ToBadRequest();
        }

        var filter = query.ToFilter();
        var names = await export.DetectorNamesAsync(actor, cancellationToken);
        if (wanted.Value == FindingFileFormat.Csv)
        {
            return new CsvResult<FindingRow>("findings.csv", FindingCsv.Columns(names), await export.RowsAsync(actor, filter, cancellationToken));
        }

        var findings = await export.WithSamplesAsync(actor, filter, wanted.Value, cancellationToken);
        return wanted.Value switch
        {
            FindingFileFormat.Jsonl => new FindingFileResult("findings.jsonl", "application/jsonl; charset=utf-8", new JsonLinesFindingWriter(), findings),
            FindingFileFormat.Sarif => new FindingFileResult("findings.sarif", "application/sarif+json; charset=utf-8", new SarifFindingWriter(names), findings),
            _ => new FindingFileResult("findings.ocsf.jsonl", "application/jsonl; charset=utf-8", new OcsfFindingWriter(), findings),
        };
    }
}
