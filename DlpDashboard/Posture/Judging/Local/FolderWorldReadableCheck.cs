namespace DlpDashboard.Posture.Judging.Local;

/// <summary>Not everybody on the machine may read the folder.</summary>
internal sealed class FolderWorldReadableCheck() : PostureCheck(
    "folder-world-readable",
    CheckSeverity.Medium,
    "Not everybody on the machine may read the folder",
    new CheckGuidance(
        "Every account of the machine, those of services too, sees what lies there.",
        "In a terminal on the machine that holds the folder",
        "chmod o-rx FOLDER"),
    "NIST 800-53: AC-3",
    "NIST 800-53: AC-6")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var folder = bucket.Read("folder") ?? throw new UnreadDocumentException("The folder's permissions could not be read.");

        return CheckFinding.Of(
            folder.Flag("worldReadable") != true && folder.Flag("worldEnterable") != true,
            $"Others may neither list nor enter it (mode {folder.Text("mode")}).",
            $"Others may {(folder.Flag("worldReadable") == true ? "list" : "enter")} it (mode {folder.Text("mode")}).");
    }
}
