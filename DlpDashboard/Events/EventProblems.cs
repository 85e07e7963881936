using DlpDashboard.Kernel;

namespace DlpDashboard.Events;

/// <summary>What may go wrong with events, in words.</summary>
internal static class EventProblems
{
    public static readonly Problem NotFound = Problem.NotFound("events.notFound", "There is no such event in your organisation. Go back to the list and choose another.");
}
