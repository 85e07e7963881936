using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Supabase access tokens: sbp_ and 40 hexadecimal digits.</summary>
internal sealed class SupabaseKey() : TokenRule("sbp_[0-9a-f]{40}", @"sb_secret_[\w\-]{31}")
{
    public override Detector Describe() => Token("supabase-key", "Supabase access token", "Supabase documentation, \"Personal access tokens\"", "supabase");
}
