using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture.Explaining;

/// <summary>Says who can do what with a bucket.</summary>
internal static class AccessSentence
{
    private const int MostAccounts = 5;

    public static string Of(string provider, BucketExposure exposure) => provider is not ("aws" or "azure" or "gcp")
        ? "A folder is reached by who may sign in to its machine. The checks judge its permission bits."
        : string.Join(' ', new[] { Strangers(exposure), Status(exposure), Others(exposure) }.Where(part => part.Length > 0));

    private static string Strangers(BucketExposure exposure)
    {
        var verdict = exposure.Verdict;
        var what = string.Join(" and ", verdict.AnonymousAccess);
        return (exposure.Undecided.Count > 0, verdict.AnonymousAccess.Count > 0) switch
        {
            (true, true) => $"What was read lets everybody {what} without signing in, but whether something else stops them could not be read.",
            (true, false) => "Nothing that was read lets anybody in without signing in, but not all could be read.",
            (false, true) => $"Everybody on the internet can {what} without signing in.",
            _ when verdict.Unknown.Count > 0 => "Nothing that is understood lets anybody in without signing in.",
            _ => "Nobody gets in without signing in.",
        };
    }

    private static string Status(BucketExposure exposure) => (exposure.IsPublic, exposure.Verdict.AnonymousAccess.Count > 0) switch
    {
        (true, true) => "The provider calls it public too.",
        (true, false) => "The provider calls it public all the same: its status looks at what is granted to everybody, not at what stops them.",
        (false, true) => "The provider's own status does not call it public.",
        (false, false) => "The provider does not call it public.",
        _ => "What the provider would call it is not known.",
    };

    private static string Others(BucketExposure exposure) => exposure.Verdict.CrossAccount switch
    {
        [] => "",
        [var one] => $"The account {one} is let in from outside.",
        var many => $"{many.Count} other accounts are let in: {string.Join(", ", many.Take(MostAccounts))}{(many.Count > MostAccounts ? " and more" : "")}.",
    };
}
