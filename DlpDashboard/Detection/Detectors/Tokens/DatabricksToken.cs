using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Databricks tokens: dapi and 32 hexadecimal digits.</summary>
internal sealed class DatabricksToken() : TokenRule("dapi[0-9a-f]{32}")
{
    public override Detector Describe() => Token("databricks-token", "Databricks token", "Databricks documentation, \"Personal access tokens\"", "databricks");
}
