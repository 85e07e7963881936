using DlpDashboard.Kernel;

namespace DlpDashboard.Web.Problems;

/// <summary>What can be wrong with a request before any room sees it.</summary>
internal static class RequestProblems
{
    public static readonly Problem Limit = Problem.Invalid("request.limit", "limit must be a whole number from 1 to 200.", "limit");

    public static readonly Problem Cursor = Problem.Invalid("request.cursor", "cursor must be a value that an earlier page gave as next. Start without it.", "cursor");

    public static readonly Problem Malformed = Problem.Invalid("request.malformed", "The request cannot be read. Check its path, query and body against /openapi/v1.json.");

    public static readonly Problem TooLarge = Problem.Invalid("request.tooLarge", "The request's body is larger than this route takes. Send less at once.");

    public static readonly Problem MediaType = Problem.Invalid("request.mediaType", "This route takes application/json. Set the Content-Type header.");

    public static readonly Problem CrossSite = new(ProblemKind.Forbidden, "request.crossSite", "Requests that change something must come from this site's own pages. Reload the page and try again.");

    public static readonly Problem NoRoute = Problem.NotFound("request.noRoute", "There is nothing at this address. /openapi/v1.json lists what there is.");

    public static readonly Problem Method = Problem.Invalid("request.method", "This address does not take this method. /openapi/v1.json lists what it takes.");

    public static readonly Problem Unexpected = new(ProblemKind.Unavailable, "request.unexpected", "Something went wrong on our side. Try again; if it stays, report the trace id.");

    public static readonly Problem SignIn = new(ProblemKind.Forbidden, "access.signIn", "Sign in first.");

    public static readonly Problem NotAllowed = new(ProblemKind.Forbidden, "access.denied", "You do not have the permission for this. Ask an administrator of your organisation for it.");

    public static readonly Problem NotAcceptable = Problem.Invalid("request.notAcceptable", "This route answers application/json. Ask for it, or for anything, in Accept.");

    public static readonly Problem Conflict = Problem.Conflict("request.conflict", "What is there now does not allow this. Read it again and try anew.");

    public static readonly Problem Changed = Problem.Conflict("request.changed", "Somebody changed it since you read it. Read it again and try anew.");

    public static readonly Problem NameVersion = Problem.Invalid("request.nameVersion", "Name the version that you change: send its ETag in If-Match.");

    public static readonly Problem TooMany = new(ProblemKind.TooMany, "request.tooMany", "Too many requests. Wait for the time in Retry-After.");

    public static Problem Json(string? path, long? line) =>
        Problem.Invalid(
            "request.json",
            line is null ? "The body is not the JSON that this route takes." : $"The body is not the JSON that this route takes; see its line {line + 1}.",
            string.IsNullOrEmpty(path) || path == "$" ? null : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path);
}
