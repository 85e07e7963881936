using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Atlassian API tokens: the prefix ATATT3 and a checked random part.</summary>
internal sealed class AtlassianToken() : TokenRule(@"ATATT3[\w=\-]{180,200}", @"ATCTT3[\w=\-]{180,200}", "ATBB[A-Za-z0-9]{32}")
{
    public override Detector Describe() => Token("atlassian-token", "Atlassian API token", "Atlassian documentation, \"API tokens\"", "atlassian", "jira", "confluence", "bitbucket");
}
