using DlpDashboard.Web.Problems;

namespace DlpDashboard.Web;

/// <summary>A query with NUL in it names nothing that can be stored, and the database would answer it with an error: 400.</summary>
internal sealed class UnstorableQueryMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
            ? RequestProblems.Malformed.ToBadRequest().ExecuteAsync(context)
            : next(context);
}
