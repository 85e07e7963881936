using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Discord webhooks: whoever has the address may write to the channel.</summary>
internal sealed class DiscordWebhook() : TokenRule(@"discord\.com/api/webhooks/[0-9]{17,20}/[\w\-]{60,80}", @"discordapp\.com/api/webhooks/[0-9]{17,20}/[\w\-]{60,80}")
{
    public override Detector Describe() => Token("discord-webhook", "Discord webhook address", "Discord developer documentation, \"Webhook\"", "discord", "webhook");
}
