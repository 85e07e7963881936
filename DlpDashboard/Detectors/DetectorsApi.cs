using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Detectors.Catalogue;
using DlpDashboard.Detectors.Trying;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Detectors;

/// <summary>REST of the catalogue and of trying out.</summary>
internal static class DetectorsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Detectors");
        api.MapGet("/detectors", ListAsync).RequirePermission(Permissions.DetectorsRead).Produces<DetectorsAnswer>()
            .WithSummary("The catalogue as the organisation has it; narrowed by q, category, region, pack, state (on, off) and kind (builtIn, custom)");
        api.MapGet("/detectors/export", ExportAsync).RequirePermission(Permissions.DetectorsRead).Produces<string>(contentType: "text/csv").WithSummary("The same list as CSV");
        api.MapGet("/detectors/packs", PacksAsync).RequirePermission(Permissions.DetectorsRead).Produces<PacksAnswer>()
            .WithSummary("Packs of detectors; their ids may stand wherever plans take ids of detectors");
        api.MapPost("/detectors/try", TryAsync).RequirePermission(Permissions.DetectorsRead).Produces<TryAnswer>().ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(TryLimits.LargestBody)).WithSummary("Look through a text, up to 1,048,576 characters; it is neither kept nor logged");
        api.MapGet("/detectors/{id}", GetAsync).RequirePermission(Permissions.DetectorsRead).Produces<DetectorDetails>().ProducesProblem(404)
            .WithSummary("One detector with its samples; the ETag is the version of what the organisation decided about it");
        api.MapPut("/detectors/{id}/switch", SwitchAsync).RequirePermission(Permissions.DetectorsManage).Produces<DetectorDetails>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithSummary("Switch a built-in detector, set its floor and severity; If-Match guards against overwriting");
        CustomDetectorsApi.Map(api);
        ExclusionsApi.Map(api);
    }

    /// <summary>The version that the caller expects; one that is no number equals none.</summary>
    internal static int? Expected(HttpRequest request) =>
        request.ExpectedVersion() is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>RFC 9110, section 13.1.1: a false If-Match is 412; the same conflict without that header is 409.</summary>
    internal static ProblemHttpResult Refusal(this Problem problem, HttpRequest request) =>
        problem.Code == DetectorProblems.ChangedCode && request.ExpectedVersion() is not null ? problem.ToPreconditionFailed() : problem.ToResult();

    private static async Task<DetectorsAnswer> ListAsync(
        Actor actor, string? q, string[]? category, string[]? region, string[]? pack, string? state, string? kind, DetectorReader reader, CancellationToken cancellationToken) =>
        new(await reader.ListAsync(actor, FilterOf(q, category, region, pack, state, kind), cancellationToken), null);

    private static async Task<IResult> ExportAsync(
        Actor actor, string? q, string[]? category, string[]? region, string[]? pack, string? state, string? kind, DetectorReader reader, CancellationToken cancellationToken)
    {
        var rows = await reader.ListAsync(actor, FilterOf(q, category, region, pack, state, kind), cancellationToken);
        return new CsvResult<DetectorRow>("detectors.csv", DetectorCsv.Columns, rows.ToAsyncEnumerable());
    }

    private static DetectorFilter FilterOf(string? q, string[]? category, string[]? region, string[]? pack, string? state, string? kind) =>
        new(q, category, region, pack, Truth(state, "on", "off", "state"), Truth(kind, "custom", "builtIn", "kind"));

    private static bool? Truth(string? text, string yes, string no, string field) =>
        string.IsNullOrEmpty(text) ? null
        : string.Equals(text, yes, StringComparison.OrdinalIgnoreCase) ? true
        : string.Equals(text, no, StringComparison.OrdinalIgnoreCase) ? false
        : throw new RequestRefusedException(DetectorProblems.Invalid(field, $"{field} is {yes} or {no}."));

    private static async Task<PacksAnswer> PacksAsync(Actor actor, DetectorReader reader, CancellationToken cancellationToken) => new(await reader.PacksAsync(actor, cancellationToken));

    private static async Task<IResult> GetAsync(Actor actor, string id, HttpResponse response, DetectorReader reader, CancellationToken cancellationToken) =>
        (await reader.GetAsync(actor, id, cancellationToken)).ToResult(details => Tagged(response, details));

    private static async Task<IResult> SwitchAsync(
        Actor actor, string id, DetectorSwitchBody body, HttpContext context, DetectorSwitchService service, DetectorReader reader, CancellationToken cancellationToken)
    {
        var set = await service.SetAsync(actor, id, Expected(context.Request), new DetectorSwitchDraft(body.IsOn, body.Floor, body.Severity), cancellationToken);
        return set.Succeeded
            ? (await reader.GetAsync(actor, id, cancellationToken)).ToResult(details => Tagged(context.Response, details))
            : set.Problem.Refusal(context.Request);
    }

    private static async Task<IResult> TryAsync(Actor actor, TryBody body, DetectorTryService service, CancellationToken cancellationToken)
    {
        var tried = body.Custom is { } custom
            ? actor.May(Permissions.DetectorsManage)
                ? await service.TryDraftAsync(actor, body.Text, custom.ToRule(), cancellationToken)
                : RequestProblems.NotAllowed
            : await service.TryAsync(actor, body.Text, [.. (body.Detectors ?? []).OfType<string>()], body.IncludeUnlikely, cancellationToken);
        return tried.ToResult(result => TypedResults.Ok(TryAnswer.Of(result)));
    }

    private static Ok<DetectorDetails> Tagged(HttpResponse response, DetectorDetails details)
    {
        response.SetVersion(details.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(details);
    }
}
