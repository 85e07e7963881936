using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Web;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Admin.Settings;

/// <summary>REST of settings.</summary>
internal static class SettingsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Settings").MapGroup("/settings");
        api.MapGet("", GetAsync).RequirePermission(Permissions.SettingsRead).WithSummary("The organisation's settings; the ETag is the version")
            .Produces<SettingsAnswer>();
        api.MapPut("", PutAsync).RequirePermission(Permissions.SettingsWrite).WithSummary("Change the settings; If-Match guards against overwriting")
            .Produces<SettingsAnswer>().ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
    }

    private static async Task<SettingsAnswer> GetAsync(Actor actor, HttpResponse response, SettingsReader reader, CancellationToken cancellationToken) =>
        Tagged(response, await reader.GetAsync(actor, cancellationToken));

    private static async Task<IResult> PutAsync(Actor actor, SettingsBody body, HttpContext context, SettingsService service, SettingsReader reader, CancellationToken cancellationToken)
    {
        var draft = body.ToDraft();
        if (SettingsCheck.Problems(draft) is { Count: > 0 } problems)
        {
            return problems.ToResult();
        }

        var expected = Expected(context.Request);
        var saved = await service.SaveAsync(actor, expected, draft, cancellationToken);
        return saved.Succeeded ? TypedResults.Ok(Tagged(context.Response, await reader.GetAsync(actor, cancellationToken)))
            : saved.Problem == SettingsProblems.ChangedMeanwhile && expected is not null ? saved.Problem.ToPreconditionFailed()
            : saved.Problem.ToResult();
    }

    private static SettingsAnswer Tagged(HttpResponse response, SettingsView view)
    {
        response.SetVersion(view.Values.Version.ToString(CultureInfo.InvariantCulture));
        return SettingsAnswer.Of(view);
    }

    /// <summary>The version that the caller expects; one that is no number equals none.</summary>
    private static int? Expected(HttpRequest request) =>
        request.ExpectedVersion() is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
