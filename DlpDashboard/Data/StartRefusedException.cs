namespace DlpDashboard.Data;

/// <summary>
/// The app cannot start for a reason that its operator can mend. The message is a sentence for the operator (what is wrong, what to do), without secrets;
/// the program prints it alone and ends with <see cref="ExitCode"/>.
/// </summary>
/// <param name="sentence">What is wrong and what to do.</param>
/// <param name="cause">The technical reason, for the log at debug level.</param>
public sealed class StartRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>Wrong use or bad input (contract, section 2).</summary>
    public const int ExitCode = 2;
}
