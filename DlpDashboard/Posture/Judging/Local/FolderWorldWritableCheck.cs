namespace DlpDashboard.Posture.Judging.Local;

/// <summary>Not everybody on the machine may write into the folder.</summary>
internal sealed class FolderWorldWritableCheck() : PostureCheck(
    "folder-world-writable",
    CheckSeverity.Critical,
    "Not everybody on the machine may write into the folder",
    new CheckGuidance(
        "Any program of any user could change, replace or plant files there.",
        "In a terminal on the machine that holds the folder",
        "chmod o-w FOLDER"),
    "CIS Linux: 6.1",
    "NIST 800-53: AC-3")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var folder = bucket.Read("folder") ?? throw new UnreadDocumentException("The folder's permissions could not be read.");

        return folder.Flag("worldWritable") != true ? CheckFinding.Pass($"Others may not write (mode {folder.Text("mode")}).")
            : CheckFinding.Fail($"Everybody on the machine may write (mode {folder.Text("mode")}){(folder.Flag("isSticky") == true ? ", though not delete what others put there" : "")}.");
    }
}
