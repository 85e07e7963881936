using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Airtable access tokens: an id and 64 hexadecimal digits.</summary>
internal sealed class AirtableToken() : TokenRule(@"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}")
{
    public override Detector Describe() => Token("airtable-token", "Airtable access token", "Airtable documentation, \"Personal access tokens\"", "airtable");
}
