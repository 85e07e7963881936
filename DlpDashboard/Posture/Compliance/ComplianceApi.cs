using DlpDashboard.Access;
using DlpDashboard.Web;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Posture.Compliance;

/// <summary>REST over the compliance report.</summary>
internal static class ComplianceApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Security").MapGroup("/security/compliance");
        api.MapGet("", ReadAsync).RequirePermission(Permissions.PostureRead).WithSummary("What the checks say of published frameworks, as far as these speak of object storage")
            .Produces<ComplianceReport>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/export", ExportAsync).RequirePermission(Permissions.PostureRead).WithSummary("The same as a file, a line for each check of a control: csv or json");
    }

    private static async Task<IResult> ReadAsync(Actor actor, ComplianceReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(actor, endpointId, cancellationToken)).ToResult();

    private static async Task<IResult> ExportAsync(
        Actor actor, ComplianceReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, [FromQuery] string? framework, QueryEnum<PostureFileFormat>? format, CancellationToken cancellationToken)
    {
        var report = await reader.ReadAsync(actor, endpointId, cancellationToken);
        return report.Succeeded ? PostureFile.Of("compliance", format?.Value, ComplianceRow.Columns, ComplianceRow.Of(report.Value, framework).ToAsyncEnumerable()) : report.ToResult();
    }
}
