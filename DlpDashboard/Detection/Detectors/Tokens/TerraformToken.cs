using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>HCP Terraform API tokens: an id, the word atlasv1 and a random part.</summary>
internal sealed class TerraformToken() : TokenRule(@"[A-Za-z0-9]{14}\.atlasv1\.[\w=\-]{60,70}")
{
    public override Detector Describe() => Token("terraform-token", "HCP Terraform API token", "HashiCorp documentation, \"API tokens\"", "terraform", "tfe", "hcp");
}
