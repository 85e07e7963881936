namespace DlpDashboard.Posture.Judging.Local;

/// <summary>Where everybody may write, nobody deletes what others wrote.</summary>
internal sealed class FolderStickyCheck() : PostureCheck(
    "folder-sticky",
    CheckSeverity.High,
    "Where everybody may write, nobody deletes what others wrote",
    new CheckGuidance(
        "Without the sticky bit anybody can remove or replace the files of others, and so plant data.",
        "In a terminal on the machine that holds the folder",
        "chmod +t FOLDER"),
    "CIS Linux: 1.1.21")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var folder = bucket.Read("folder") ?? throw new UnreadDocumentException("The folder's permissions could not be read.");

        return folder.Flag("worldWritable") != true ? CheckFinding.NotApplicable("Others may not write.")
            : CheckFinding.Of(folder.Flag("isSticky") == true, "The sticky bit is set.", "Everybody may write and the sticky bit is not set.");
    }
}
