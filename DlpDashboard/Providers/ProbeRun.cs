namespace DlpDashboard.Providers;

/// <summary>The steps of one connection test as they become known.</summary>
/// <param name="time">Measures them.</param>
/// <param name="onStep">Told each; null for nobody.</param>
internal sealed class ProbeRun(TimeProvider time, Action<ProbeStep>? onStep)
{
    private readonly List<ProbeStep> _steps = [];
    private long _since = time.GetTimestamp();
    private string? _doubt;

    /// <summary>Whether a step failed, so that the rest is skipped.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether the sign-in step waits for what listing will tell.</summary>
    public bool IsDoubted => _doubt is not null;

    /// <summary>The next step works.</summary>
    public void Succeed(string sentence) => Pass(ProbeState.Ok, sentence);

    /// <summary>The next step fails, unless one did already.</summary>
    public void Fail(string sentence)
    {
        if (!IsStopped)
        {
            Believe("The credentials are accepted.");
            Pass(ProbeState.Failed, sentence);
            IsStopped = true;
        }
    }

    /// <summary>The next step is decided.</summary>
    public void Pass(ProbeState state, string sentence)
    {
        var now = time.GetTimestamp();
        _steps.Add(new ProbeStep(ConnectionProbe.StepNames[_steps.Count], state, sentence, time.GetElapsedTime(_since, now)));
        _since = now;
        onStep?.Invoke(_steps[^1]);
    }

    /// <summary>The sign-in step is open: it fails with this sentence if listing is refused too.</summary>
    public void Doubt(string sentence) => _doubt = sentence;

    /// <summary>Listing answered, so the credentials are good.</summary>
    public void Believe(string sentence)
    {
        if (_doubt is not null)
        {
            _doubt = null;
            Pass(ProbeState.Ok, sentence);
        }
    }

    /// <summary>Listing was refused too.</summary>
    public void FailDoubted()
    {
        var sentence = _doubt!;
        _doubt = null;
        Fail(sentence);
    }

    /// <summary>All four steps; what was not tried is skipped.</summary>
    public IReadOnlyList<ProbeStep> Steps()
    {
        while (_steps.Count < ConnectionProbe.StepNames.Count)
        {
            Pass(ProbeState.Skipped, "Not tried, because an earlier step failed.");
        }

        return _steps;
    }
}
