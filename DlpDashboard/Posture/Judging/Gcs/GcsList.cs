namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Whether one of a bucket's access control lists names strangers; both list checks ask it.</summary>
internal static class GcsList
{
    /// <summary>Judges the list of a name: <c>acl</c> or <c>defaultObjectAcl</c>.</summary>
    public static CheckFinding Judge(BucketConfiguration bucket, string list)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");
        if (resource.Flag("iamConfiguration.uniformBucketLevelAccess.enabled") == true)
        {
            return CheckFinding.Pass("Uniform access is on: lists count for nothing.");
        }

        if (resource.Is("iamConfiguration.publicAccessPrevention", "enforced"))
        {
            return CheckFinding.Pass("Public access is prevented.");
        }

        return resource.Part(list) is null ? CheckFinding.Unknown("The list could not be read: it asks for a right of its own.")
            : CheckFinding.Of(!resource.Items(list).Any(one => one.Text("entity") is "allUsers" or "allAuthenticatedUsers"), "The list names no group of strangers.", "The list names everybody or everybody with any account.");
    }
}
