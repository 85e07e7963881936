namespace DlpDashboard.Posture.Judging.Local;

/// <summary>The group may not write into the folder.</summary>
internal sealed class FolderGroupWritableCheck() : PostureCheck(
    "folder-group-writable",
    CheckSeverity.Low,
    "The group may not write into the folder",
    new CheckGuidance(
        "A group grows over the years; whoever is put into it may change the files.",
        "In a terminal on the machine that holds the folder",
        "chmod g-w FOLDER"),
    "NIST 800-53: AC-6")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var folder = bucket.Read("folder") ?? throw new UnreadDocumentException("The folder's permissions could not be read.");

        return CheckFinding.Of(folder.Flag("groupWritable") != true, $"The group may not write (mode {folder.Text("mode")}).", $"Group {folder.Text("groupId")} may write (mode {folder.Text("mode")}).");
    }
}
