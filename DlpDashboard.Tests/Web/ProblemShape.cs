using System.Text.Json;

namespace DlpDashboard.Tests.Web;

/// <summary>What every failing answer of REST has.</summary>
internal static class ProblemShape
{
    private static readonly string[] Headers = ["RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

    /// <summary>Null where the answer is a problem (RFC 9457) with our own members and says what is left of the budget; else what it lacks.</summary>
    public static string? FaultOf(HttpResponseMessage answer, string text)
    {
        if (Array.Find(Headers, header => !answer.Headers.Contains(header)) is { } missing)
        {
            return $"has no {missing}";
        }

        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"is {answer.Content.Headers.ContentType?.MediaType ?? "empty"} and no problem";
        }

        var problem = JsonDocument.Parse(text).RootElement;
        return problem.GetProperty("status").GetInt32() != (int)answer.StatusCode ? "tells another status"
            : Array.Find(["type", "title", "detail", "code", "traceId"], member => !problem.TryGetProperty(member, out var value) || value.GetString() is not { Length: > 0 }) is { } lacking ? $"has no {lacking}"
            : null;
    }
}
