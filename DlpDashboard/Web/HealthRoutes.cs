using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DlpDashboard.Web;

/// <summary>
/// <c>/health</c> (all), <c>/health/live</c> (the process answers), <c>/health/ready</c> (checks tagged <see cref="ReadyTag"/>): 200 healthy or
/// degraded, 503 not. Open to all, so nothing but names, states and times is told.
/// </summary>
public static class HealthRoutes
{
    /// <summary>The tag of checks without which no request should be sent here.</summary>
    public const string ReadyTag = "ready";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health", Answer(_ => true)).AllowAnonymous();
        routes.MapHealthChecks("/health/live", Answer(_ => false)).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", Answer(check => check.Tags.Contains(ReadyTag))).AllowAnonymous();
    }

    private static HealthCheckOptions Answer(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(
            new HealthAnswer(
                report.Status.ToString(),
                report.TotalDuration.TotalMilliseconds,
                report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new HealthEntry(entry.Value.Status.ToString(), entry.Value.Duration.TotalMilliseconds),
                    StringComparer.Ordinal)),
            context.RequestAborted),
    };

    private sealed record HealthAnswer(string Status, double Milliseconds, IReadOnlyDictionary<string, HealthEntry> Entries);

    private sealed record HealthEntry(string Status, double Milliseconds);
}
