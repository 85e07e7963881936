using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Dynatrace tokens: a public part of 24 and a secret of 64 base-32 characters.</summary>
internal sealed class DynatraceToken() : TokenRule(@"dt0[a-z]01\.[A-Z2-7]{24}\.[A-Z2-7]{64}", @"dt0s0\d\.[A-Z2-7]{8}\.[A-Z2-7]{64}")
{
    public override Detector Describe() => Token("dynatrace-token", "Dynatrace token", "Dynatrace documentation, \"Token format\"", "dynatrace");
}
