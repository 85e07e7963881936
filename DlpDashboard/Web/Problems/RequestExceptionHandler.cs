using System.Text.Json;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.Diagnostics;

namespace DlpDashboard.Web.Problems;

/// <summary>The one place where exceptions of API requests end. Pages' exceptions go on to the error page.</summary>
internal sealed class RequestExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiPaths.Contains(httpContext))
        {
            return false;
        }

        var (problem, status) = exception switch
        {
            RequestRefusedException refused => (refused.Problem, StatusCodes.Status400BadRequest),
            BadHttpRequestException bad => (Read(bad), bad.StatusCode),
            _ => (RequestProblems.Unexpected, StatusCodes.Status500InternalServerError),
        };
        await ProblemResults.Create(problem, status).ExecuteAsync(httpContext);
        return true;
    }

    private static Problem Read(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => RequestProblems.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => RequestProblems.MediaType,
        _ when exception.InnerException is JsonException json => RequestProblems.Json(json.Path, json.LineNumber),
        _ => RequestProblems.Malformed,
    };
}
