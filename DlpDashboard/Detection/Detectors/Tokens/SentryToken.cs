using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Sentry tokens: user and organisation tokens.</summary>
internal sealed class SentryToken() : TokenRule("sntryu_[0-9a-f]{64}", "sntrys_eyJpYXQiO[A-Za-z0-9+/=_]{80,500}")
{
    public override Detector Describe() => Token("sentry-token", "Sentry token", "Sentry documentation, \"Auth tokens\"", "sentry");
}
