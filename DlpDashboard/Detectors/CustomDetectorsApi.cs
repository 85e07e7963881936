using System.Globalization;
using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Web;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Detectors;

/// <summary>REST of custom detectors.</summary>
internal static class CustomDetectorsApi
{
    private const string FileName = "custom-detectors.json";

    public static void Map(RouteGroupBuilder api)
    {
        var large = new RequestSizeLimitAttribute(TryLimits.LargestBody);
        api.MapGet("/custom-detectors/export", ExportAsync).RequirePermission(Permissions.DetectorsRead).Produces<CustomDetectorFile>().WithSummary("All custom detectors as a JSON file");
        api.MapPost("/custom-detectors/import", ImportAsync).RequirePermission(Permissions.DetectorsManage).Produces<CustomImportAnswer>(201).ProducesProblem(409).ProducesProblem(422)
            .WithMetadata(large).WithSummary("Add the custom detectors of an export, all or none; names that are taken get a number behind their ids");
        api.MapPost("/custom-detectors", AddAsync).RequirePermission(Permissions.DetectorsManage).Produces<CustomDetectorAnswer>(201).ProducesProblem(409).ProducesProblem(422)
            .WithMetadata(large).WithSummary("Add a custom detector: a regular expression (linear time only) or up to 100,000 words and phrases");
        api.MapGet("/custom-detectors/{id:guid}", GetAsync).RequirePermission(Permissions.DetectorsRead).Produces<CustomDetectorAnswer>().ProducesProblem(404)
            .WithSummary("One custom detector with its words; the ETag is the version");
        api.MapPut("/custom-detectors/{id:guid}", EditAsync).RequirePermission(Permissions.DetectorsManage)
            .Produces<CustomDetectorAnswer>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithMetadata(large).WithSummary("Change a custom detector; If-Match guards against overwriting");
        api.MapDelete("/custom-detectors/{id:guid}", DeleteAsync).RequirePermission(Permissions.DetectorsManage).Produces(204).ProducesProblem(404).ProducesProblem(412)
            .WithSummary("Delete a custom detector; its findings stay until a scan finds them gone");
    }

    private static async Task<IResult> GetAsync(Actor actor, Guid id, HttpResponse response, CustomDetectorReader reader, CancellationToken cancellationToken) =>
        (await reader.GetAsync(actor, id, cancellationToken)).ToResult(details => TypedResults.Ok(Tagged(response, details)));

    private static async Task<IResult> AddAsync(Actor actor, CustomDetectorBody body, HttpResponse response, CustomDetectorService service, CancellationToken cancellationToken)
    {
        var rule = body.ToRule();
        if (service.Problems(actor, rule) is { Count: > 0 } problems)
        {
            return problems.ToResult();
        }

        return (await service.AddAsync(actor, rule, body.IsOn, cancellationToken))
            .ToResult(details => TypedResults.Created($"{ApiPaths.Root}/custom-detectors/{details.Id}", Tagged(response, details)));
    }

    private static async Task<IResult> EditAsync(Actor actor, Guid id, CustomDetectorBody body, HttpContext context, CustomDetectorService service, CancellationToken cancellationToken)
    {
        var edited = await service.EditAsync(actor, id, DetectorsApi.Expected(context.Request), body.ToRule(), body.IsOn, cancellationToken);
        return edited.Succeeded ? TypedResults.Ok(Tagged(context.Response, edited.Value)) : edited.Problem.Refusal(context.Request);
    }

    private static async Task<IResult> DeleteAsync(Actor actor, Guid id, HttpRequest request, CustomDetectorService service, CancellationToken cancellationToken)
    {
        var deleted = await service.DeleteAsync(actor, id, DetectorsApi.Expected(request), cancellationToken);
        return deleted.Succeeded ? TypedResults.NoContent() : deleted.Problem.Refusal(request);
    }

    private static async Task<FileContentHttpResult> ExportAsync(
        Actor actor, CustomDetectorReader reader, Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellationToken)
    {
        var all = await reader.AllAsync(actor, cancellationToken);
        var file = new CustomDetectorFile([.. all.Select(CustomDetectorBody.Of)]);
        using var written = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { Indented = true }))
        {
            JsonSerializer.Serialize(writer, file, json.Value.SerializerOptions);
        }

        return TypedResults.File(written.ToArray(), "application/json", FileName);
    }

    private static async Task<IResult> ImportAsync(Actor actor, CustomDetectorFile body, CustomDetectorService service, CancellationToken cancellationToken)
    {
        if (body.Detectors.Count == 0 || body.Detectors.Any(detector => detector is null))
        {
            return DetectorProblems.ImportUnreadable.ToResult();
        }

        var added = await service.AddManyAsync(actor, [.. body.Detectors.Select(detector => (detector.ToRule(), detector.IsOn))], cancellationToken);
        return added.ToResult(all => TypedResults.Created($"{ApiPaths.Root}/detectors?kind=custom", new CustomImportAnswer([.. all.Select(details => details.Rule.Id)])));
    }

    private static CustomDetectorAnswer Tagged(HttpResponse response, CustomDetectorDetails details)
    {
        response.SetVersion(details.Version.ToString(CultureInfo.InvariantCulture));
        return CustomDetectorAnswer.Of(details);
    }
}
