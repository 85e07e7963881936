using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Fly.io tokens: fo1_ and 43 characters.</summary>
internal sealed class FlyIoToken() : TokenRule(@"fo1_[\w\-]{43}")
{
    public override Detector Describe() => Token("flyio-token", "Fly.io token", "Fly.io documentation, \"Access tokens\"", "fly", "flyio");
}
