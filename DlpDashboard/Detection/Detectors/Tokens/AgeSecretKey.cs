using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>age secret keys: bech32 of an X25519 key.</summary>
internal sealed class AgeSecretKey() : TokenRule("AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}")
{
    public override Detector Describe() => Token("age-secret-key", "age secret key", "age specification, \"X25519 recipients\": bech32", "age", "sops", "rage");
}
