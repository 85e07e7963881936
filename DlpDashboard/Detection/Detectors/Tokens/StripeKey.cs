using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Stripe live keys: secret and restricted keys of live mode, and webhook secrets.</summary>
internal sealed class StripeKey() : TokenRule("[sr]k_live_[A-Za-z0-9]{24,120}", "whsec_[A-Za-z0-9]{32}")
{
    public override Detector Describe() => Token("stripe-key", "Stripe live key", "Stripe documentation, \"API keys\"", "stripe", "payment", "webhook");
}
