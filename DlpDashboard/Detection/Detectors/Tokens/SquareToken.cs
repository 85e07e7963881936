using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Square tokens: access tokens and application secrets.</summary>
internal sealed class SquareToken() : TokenRule(@"sq0atp-[\w\-]{22}", @"sq0csp-[\w\-]{43}", @"EAAA[\w\-]{60}")
{
    public override Detector Describe() => Token("square-token", "Square token", "Square documentation, \"Access tokens\"", "square", "squareup");
}
