namespace DlpDashboard.Cli;

/// <summary>Input a verb cannot use. The message is one line that says what and where, without found values.</summary>
internal sealed class BadInputException(string message) : Exception(message);
