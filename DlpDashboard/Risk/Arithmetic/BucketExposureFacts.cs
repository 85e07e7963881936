namespace DlpDashboard.Risk.Arithmetic;

/// <summary>What a refresh of the posture says of who can reach a bucket.</summary>
/// <param name="IsRead">Whether it was read at all.</param>
/// <param name="IsPublic">Whether the provider calls it public; null where that is not known.</param>
/// <param name="Anonymous">What a request without a sign-in can do: of list, read, write.</param>
/// <param name="OtherAccounts">How many other accounts are let in.</param>
/// <param name="IsBroad">Whether every network, or every account of the machine, gets as far as the sign-in.</param>
/// <param name="IsFolder">Whether it is a folder of a machine.</param>
/// <param name="IsAccepted">Whether somebody has accepted, for a time, that it is open.</param>
public sealed record BucketExposureFacts(bool IsRead, bool? IsPublic, IReadOnlyList<string> Anonymous, int OtherAccounts, bool IsBroad, bool IsFolder, bool IsAccepted)
{
    /// <summary>Its configuration was never read.</summary>
    public static BucketExposureFacts Unread { get; } = new(false, null, [], 0, false, false, false);

    /// <summary>The gravest that holds.</summary>
    public ExposureLevel Level =>
        Anonymous.Contains("write") ? ExposureLevel.AnonymousWrite
        : Anonymous.Count > 0 ? ExposureLevel.AnonymousRead
        : IsPublic == true ? ExposureLevel.Public
        : !IsRead || IsPublic is null ? ExposureLevel.Unknown
        : OtherAccounts > 0 ? ExposureLevel.CrossAccount
        : IsBroad ? ExposureLevel.BroadNetwork
        : ExposureLevel.Private;
}
