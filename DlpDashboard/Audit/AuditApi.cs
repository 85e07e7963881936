using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Audit;

/// <summary>REST of the trail.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapApi("Audit").MapGet("/audit", ListAsync).RequirePermission(Permissions.AuditRead).WithSummary("Who did what, newest first");

    private static Task<PageOf<AuditRow>> ListAsync(
        Actor actor,
        PageQuery page,
        AuditReader reader,
        [FromQuery(Name = "actor")] Guid? actorId,
        string? action,
        DateTimeOffset? from,
        DateTimeOffset? to,
        CancellationToken cancellationToken) =>
        reader.PageAsync(actor, new AuditFilter(actorId, action, from?.UtcDateTime, to?.UtcDateTime), page.After, page.Limit, cancellationToken);
}
