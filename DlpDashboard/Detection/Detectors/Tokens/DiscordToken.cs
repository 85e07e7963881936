using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Discord bot tokens: a numeric id in base 64, a time and a signature, parted by dots.</summary>
internal sealed class DiscordToken() : TokenRule(@"[MNO][A-Za-z0-9]{23,27}\.[\w\-]{6}\.[\w\-]{27,38}")
{
    public override Detector Describe() => Token("discord-token", "Discord bot token", "Discord developer documentation, \"Authentication\"", "discord", "bot");
}
