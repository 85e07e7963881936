namespace DlpDashboard.Detection.Verification;

/// <summary>
/// A detector's code. One sealed class a file in <c>Detectors/</c> with a parameterless constructor; the catalogue finds it there.
/// Rules hold no state: one instance serves every thread.
/// </summary>
internal abstract class DetectorRule
{
    /// <summary>Bytes of context read before and after a value.</summary>
    public const int ContextBefore = 96, ContextAfter = 40;

    /// <summary>How far behind and ahead of the first letters of a supporting word a dormant value's anchor may stand.</summary>
    public const int WakesBehind = 72, WakesAhead = ContextBefore + 32;

    /// <summary>No rule looks further back from its anchor than this, context included.</summary>
    public const int MaximumBehind = 4 * 1024;

    /// <summary>No rule looks further ahead of its anchor than this, context included.</summary>
    public const int MaximumAhead = 17 * 1024;

    /// <summary>Rules that look ahead no further than this need no thought about the end of the buffer.</summary>
    public const int UsualAhead = 512;

    /// <summary>Its row of the catalogue; asked once.</summary>
    public abstract Detector Describe();

    /// <summary>The fingerprints under which a value can stand, in the language of <see cref="Matching.Fingerprint"/>.</summary>
    public abstract IReadOnlyList<string> Fingerprints { get; }

    /// <summary>
    /// For values that are nothing without a word near them but whose shape is everywhere, such as dates: fingerprints of what those words have in common. Where no keys can stand
    /// over values, <see cref="Fingerprints"/> are then tried only near such a word. Empty: everywhere.
    /// </summary>
    public virtual IReadOnlyList<string> Wakers => [];

    /// <summary>
    /// For values that begin with one of many words in capitals: the fingerprint that all of them have in common, and the words (<see cref="Matching.CapitalWords.CanList"/>). It is tried only where one of
    /// them may begin. Null: there are none.
    /// </summary>
    public virtual (string Fingerprint, IReadOnlyList<string> Words)? Listed => null;

    /// <summary>The highest score a value under one of <see cref="Fingerprints"/> has without support; its <see cref="Candidate.Anchor"/> is then its first byte.</summary>
    public virtual double AloneAtMost(string fingerprint) => 1;

    /// <summary>Raised whenever <see cref="Verify"/> decides otherwise than before, so that the catalogue's version tells.</summary>
    public virtual int Revision => 1;

    /// <summary>How many bytes from the anchor on <see cref="Verify"/> may read, context included.</summary>
    public virtual int Ahead => UsualAhead;

    /// <summary>
    /// Decides on one candidate: fills its result by one of the <c>Accept</c> methods and returns true, or returns false.
    /// Reads between <see cref="MaximumBehind"/> before and <see cref="Ahead"/> after the anchor only, so that the answer is the same however the stream is cut.
    /// </summary>
    public abstract bool Verify(ref Candidate candidate);
}
