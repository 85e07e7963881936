using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Diagnostics;

namespace DlpDashboard.Web.Problems;

/// <summary>Gives API errors that the framework leaves empty (no route, wrong method) their problem.</summary>
internal static class EmptyErrors
{
    public static Task FillAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var problem = status switch
        {
            StatusCodes.Status401Unauthorized => RequestProblems.SignIn,
            StatusCodes.Status403Forbidden => RequestProblems.NotAllowed,
            StatusCodes.Status404NotFound => RequestProblems.NoRoute,
            StatusCodes.Status405MethodNotAllowed => RequestProblems.Method,
            StatusCodes.Status406NotAcceptable => RequestProblems.NotAcceptable,
            StatusCodes.Status409Conflict => RequestProblems.Conflict,
            StatusCodes.Status412PreconditionFailed => RequestProblems.Changed,
            StatusCodes.Status413PayloadTooLarge => RequestProblems.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => RequestProblems.MediaType,
            StatusCodes.Status428PreconditionRequired => RequestProblems.NameVersion,
            StatusCodes.Status429TooManyRequests => RequestProblems.TooMany,
            < 500 => RequestProblems.Malformed,
            _ => RequestProblems.Unexpected,
        };
        return ProblemResults.Create(problem, status).ExecuteAsync(context.HttpContext);
    }
}
