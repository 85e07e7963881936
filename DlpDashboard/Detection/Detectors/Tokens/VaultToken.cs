using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>HashiCorp Vault tokens: service, batch and recovery tokens.</summary>
internal sealed class VaultToken() : TokenRule(@"hv[sbr]\.[\w\-]{90,300}", @"hvs\.[A-Za-z0-9]{24}")
{
    public override Detector Describe() => Token("vault-token", "HashiCorp Vault token", "Vault documentation, \"Tokens\"", "vault", "hashicorp");
}
