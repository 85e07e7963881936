using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>GitLab tokens: personal, project, deploy, runner, trigger and agent tokens, each with its prefix.</summary>
internal sealed class GitLabToken() : TokenRule(
    @"glpat-[\w\-]{20}",
    @"glpat-[\w\-]{27,300}\.[0-9a-z]{2}[0-9a-z]{7}",
    @"gl[dr]t-[\w\-]{20}",
    "glptt-[0-9a-f]{40}",
    @"glsoat-[\w\-]{20}",
    @"glcbt-[0-9A-Za-z]{1,5}_[\w\-]{20}",
    @"glagent-[\w\-]{50}",
    @"glimt-[\w\-]{25}",
    @"glft-[\w\-]{20}")
{
    public override Detector Describe() => Token("gitlab-token", "GitLab token", "GitLab documentation, \"Token overview\"", "gitlab", "private token", "runner");
}
