using DlpDashboard.Kernel;

namespace DlpDashboard.Web.Problems;

/// <summary>A request whose form is wrong, found where no result can be returned (binding a parameter); answered with 400 and the problem.</summary>
/// <param name="problem">What is wrong.</param>
public sealed class RequestRefusedException(Problem problem) : Exception(problem.Code)
{
    /// <summary>What is wrong.</summary>
    public Problem Problem { get; } = problem;
}
