namespace DlpDashboard.Risk.Arithmetic;

/// <summary>Who can reach a bucket, in the order of what that weighs; written camelCase outside.</summary>
public enum ExposureLevel
{
    /// <summary>Only its own account.</summary>
    Private,

    /// <summary>With a sign-in, but from every network; a folder: every account of its machine.</summary>
    BroadNetwork,

    /// <summary>Other accounts as well.</summary>
    CrossAccount,

    /// <summary>What decides could not be read, or was never asked for.</summary>
    Unknown,

    /// <summary>The provider calls it public, although no request without a sign-in was found to get in.</summary>
    Public,

    /// <summary>Anybody can list or read it.</summary>
    AnonymousRead,

    /// <summary>Anybody can change it.</summary>
    AnonymousWrite,
}
