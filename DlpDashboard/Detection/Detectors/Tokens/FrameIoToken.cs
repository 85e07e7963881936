using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Frame.io tokens: fio-u- and 64 characters.</summary>
internal sealed class FrameIoToken() : TokenRule(@"fio-u-[\w\-]{64}")
{
    public override Detector Describe() => Token("frameio-token", "Frame.io token", "Frame.io documentation, \"Developer tokens\"", "frame", "frameio");
}
