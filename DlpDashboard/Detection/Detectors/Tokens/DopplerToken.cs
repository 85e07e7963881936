using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Doppler tokens: personal, service and other tokens.</summary>
internal sealed class DopplerToken() : TokenRule(@"dp\.pt\.[A-Za-z0-9]{43}", @"dp\.ct\.[A-Za-z0-9]{40}", @"dp\.sa\.[A-Za-z0-9]{40}")
{
    public override Detector Describe() => Token("doppler-token", "Doppler token", "Doppler documentation, \"Tokens\"", "doppler");
}
