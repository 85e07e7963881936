using DlpDashboard.Providers;

namespace DlpDashboard.Endpoints;

/// <summary>The steps of a connection test while they become known.</summary>
internal static class ConnectionTestSteps
{
    /// <summary>Before the test: all are pending, the first one is under way.</summary>
    public static IReadOnlyList<ConnectionTestStep> Begun => With([]);

    /// <summary>What is known so far; the step after it is under way, the rest pending.</summary>
    public static IReadOnlyList<ConnectionTestStep> With(IReadOnlyList<ProbeStep> known) =>
    [
        .. known.Select(Of),
        .. ConnectionProbe.StepNames.Skip(known.Count).Select((name, place) => new ConnectionTestStep(name, place == 0 ? ConnectionTestState.Running : ConnectionTestState.Pending)),
    ];

    private static ConnectionTestStep Of(ProbeStep step) => new(step.Name, StateOf(step.State), step.Sentence, (long)step.Took.TotalMilliseconds);

    private static ConnectionTestState StateOf(ProbeState state) => state switch
    {
        ProbeState.Ok => ConnectionTestState.Ok,
        ProbeState.Failed => ConnectionTestState.Failed,
        _ => ConnectionTestState.Skipped,
    };
}
