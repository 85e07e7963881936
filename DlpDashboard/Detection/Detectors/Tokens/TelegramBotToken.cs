using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Telegram bot tokens: the bot's number, a colon and 35 characters that begin with AA.</summary>
internal sealed class TelegramBotToken() : TokenRule(@"\d{8}:AA[\w\-]{33}", @"\d{9}:AA[\w\-]{33}", @"\d{10}:AA[\w\-]{33}")
{
    public override Detector Describe() => Token("telegram-bot-token", "Telegram bot token", "Telegram Bot API, \"Authorizing your bot\"", "telegram", "bot token", "botfather");
}
