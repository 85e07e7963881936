using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Azure storage account keys: 64 random bytes in base 64. Newer ones carry the signature <c>+ASt</c> at character 76; older ones look like any
/// hash of 512 bits, so a word or key must stand near to make them more than unlikely.
/// </summary>
internal sealed class AzureStorageKey : DetectorRule
{
    private const int Characters = 86, Shown = 12;

    public override Detector Describe() => new()
    {
        Id = "azure-storage-key",
        Name = "Azure storage account key",
        Category = "secret",
        Region = "world",
        Validation = "length, padding, entropy; signature of identifiable keys",
        LikelihoodWithoutContext = Likelihood.Unlikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = ["accountkey", "account key", "azure", "storage", "storage key", "azure storage", "azure storage key", "sharedkey", "shared key", "blob", "accountname"],
        Claim = Claim.Token,
        Mask = MaskStyle.Nothing,
        TrueSamples =
        [
            "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=" + Sample(1), "AZURE_STORAGE_KEY=" + Sample(2), "\"storageKey\": \"" + Sample(3) + "\"",
            "key " + Sample(4), Sample(5)[..76] + "+AStq7Lm2Q==",
        ],
        FalseSamples =
        [
            "AccountKey=" + Sample(1)[..80] + "==", "AccountKey=AAAA" + Sample(1), "AccountKey=" + new string('A', 86) + "==", "AccountKey=" + Sample(2)[..^2], "azure " + Sample(2)[..87],
        ],
    };

    public override IReadOnlyList<string> Fingerprints => ["[A-Za-z0-9+/]|[A-Za-z0-9+/]{12}=="];

    public override bool Verify(ref Candidate candidate)
    {
        // Found at its end: what ends with two signs of equality is rarer than what is as long.
        var end = candidate.Anchor + Shown;
        var start = end - Characters;
        candidate.Work += Characters;
        if (start < 0 || Base64Run.End(candidate.Text, start, Characters + 1) != end || Ascii.IsBase64(candidate.At(start - 1)) || candidate.At(end + 2) == (byte)'=')
        {
            return false;
        }

        var value = candidate.Slice(start, end);
        if (Randomness.Entropy(value) < 4.3 || candidate.At(end - 1) is not ((byte)'A' or (byte)'Q' or (byte)'g' or (byte)'w'))
        {
            return false;
        }

        var isSigned = value[76..80].SequenceEqual("+ASt"u8);
        return isSigned ? candidate.Accept(start, end + 2, 0.9, 0.98, ReasonFlags.Structure | ReasonFlags.Entropy | ReasonFlags.Issuer)
            : candidate.Accept(start, end + 2, 0.3, 0.92, ReasonFlags.Structure | ReasonFlags.Entropy);
    }

    private static string Sample(int seed)
    {
        var bytes = new byte[64];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i * 151) + (seed * 67) + (i * i * 13));
        }

        return Convert.ToBase64String(bytes);
    }
}
