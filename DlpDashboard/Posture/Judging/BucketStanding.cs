namespace DlpDashboard.Posture.Judging;

/// <summary>Secure or not: what a row says of a bucket in one word.</summary>
public enum BucketStanding
{
    /// <summary>Nothing was read yet, or what is grave could not be decided.</summary>
    Unknown,

    /// <summary>No high or critical check fails, and all of them could be decided.</summary>
    Secure,

    /// <summary>A high or critical check fails and nobody has accepted it.</summary>
    Insecure,
}
