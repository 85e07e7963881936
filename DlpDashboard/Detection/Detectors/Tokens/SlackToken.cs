using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Slack tokens: bot, user, app, refresh and configuration tokens.</summary>
internal sealed class SlackToken() : TokenRule(
    @"xox[bp]-\d{10,13}-\d{10,13}-[\w\-]{24,80}",
    @"xox[ars]-[\w\-]{20,200}",
    @"xapp-\d-[A-Z0-9]{8,14}-\d{10,14}-[a-z0-9]{40,80}",
    @"xoxe\.xox[bp]-1-[A-Za-z0-9]{140,200}")
{
    public override Detector Describe() => Token("slack-token", "Slack token", "Slack documentation, \"Token types\"", "slack", "slack token", "bot token");
}
