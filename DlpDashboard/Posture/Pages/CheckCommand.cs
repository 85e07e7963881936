using System.Text.RegularExpressions;

namespace DlpDashboard.Posture.Pages;

/// <summary>Puts the bucket's name into a command that mends a check, where the name is one a shell takes as it is.</summary>
internal static partial class CheckCommand
{
    public static string For(string command, string bucket) => Plain().IsMatch(bucket) ? Slot().Replace(command, bucket) : command;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\b(BUCKET|CONTAINER)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
