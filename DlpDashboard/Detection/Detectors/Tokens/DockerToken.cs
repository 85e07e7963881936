using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Docker Hub access tokens: personal and organisation tokens.</summary>
internal sealed class DockerToken() : TokenRule(@"dckr_pat_[\w\-]{27}", @"dckr_oat_[\w\-]{32}")
{
    public override Detector Describe() => Token("docker-token", "Docker Hub access token", "Docker documentation, \"Access tokens\"", "docker", "dockerhub", "registry");
}
