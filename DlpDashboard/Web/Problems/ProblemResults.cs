using System.Diagnostics;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DlpDashboard.Web.Problems;

/// <summary>
/// Problems as RFC 9457 answers. A malformed request (bad JSON, bad query) is 400; a well-formed one whose content breaks a rule is 422.
/// </summary>
public static class ProblemResults
{
    private const string TypePrefix = "urn:dlpdashboard:problem:";

    /// <summary>The answer to a well-formed request that met an expected failure.</summary>
    public static ProblemHttpResult ToResult(this Problem problem) => Create(problem, StatusOf(problem.Kind));

    /// <summary>Everything that is wrong with a well-formed request at once, each with its field.</summary>
    /// <param name="problems">At least one; the first gives code and sentence.</param>
    public static ProblemHttpResult ToResult(this IReadOnlyList<Problem> problems)
    {
        var result = problems[0].ToResult();
        result.ProblemDetails.Extensions["errors"] = problems
            .Where(problem => problem.Field is not null)
            .GroupBy(problem => problem.Field!, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(problem => problem.Sentence).ToArray(), StringComparer.Ordinal);
        return result;
    }

    /// <summary>The answer to a request whose form is wrong: 400.</summary>
    public static ProblemHttpResult ToBadRequest(this Problem problem) => Create(problem, StatusCodes.Status400BadRequest);

    /// <summary>The answer where <c>If-Match</c> names a version that is no longer the newest: 412 (RFC 9110, section 13.1.1).</summary>
    public static ProblemHttpResult ToPreconditionFailed(this Problem problem) => Create(problem, StatusCodes.Status412PreconditionFailed);

    /// <summary>200 with the value, or the problem's answer.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome) => outcome.ToResult(value => TypedResults.Ok(value));

    /// <summary>What <paramref name="success"/> makes of the value (such as 201 or 202 with a location), or the problem's answer.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> success) =>
        outcome.Succeeded ? success(outcome.Value) : outcome.Problem.ToResult();

    /// <summary>204, or the problem's answer.</summary>
    public static IResult ToResult(this Outcome<Done> outcome) => outcome.ToResult(_ => TypedResults.NoContent());

    /// <summary>A problem with any status; the id under which the logs know the request is added when it is written.</summary>
    public static ProblemHttpResult Create(Problem problem, int status)
    {
        var details = new ProblemDetails
        {
            Type = TypePrefix + problem.Code,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = problem.Sentence,
        };
        details.Extensions["code"] = problem.Code;
        if (problem.Field is { } field)
        {
            details.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [problem.Sentence] };
        }

        return TypedResults.Problem(details);
    }

    private static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.TooMany => StatusCodes.Status429TooManyRequests,
        ProblemKind.Unavailable => StatusCodes.Status502BadGateway,
        _ => throw new UnreachableException($"Problem kind {kind}."),
    };
}
