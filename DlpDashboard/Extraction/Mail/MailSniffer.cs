using System.Text;

namespace DlpDashboard.Extraction.Mail;

/// <summary>Tells messages by their first lines: header fields of RFC 5322 of which enough are the usual ones of mail, and no line that is none.</summary>
internal static class MailSniffer
{
    private const int Window = 8 * 1024;
    private const int MinUsual = 3;

    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Subject", "Date", "Received", "Return-Path", "Delivered-To", "Message-ID", "MIME-Version", "DKIM-Signature", "Content-Type", "Content-Transfer-Encoding", "Sender", "Reply-To", "Cc",
        "Bcc", "In-Reply-To", "References", "Authentication-Results", "Received-SPF", "ARC-Seal", "Thread-Topic", "Thread-Index", "List-Id", "X-Mailer", "User-Agent",
        "Accept-Language", "Content-Language", "X-Originating-IP", "X-Priority", "Snapshot-Content-Location",
    };

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase) { "Received", "Return-Path", "Message-ID", "MIME-Version", "Delivered-To", "DKIM-Signature" };

    /// <summary>The name of the mail format; null for what is none.</summary>
    public static string? Detect(ReadOnlySpan<byte> head)
    {
        var isMailbox = head.StartsWith("From "u8);
        if (isMailbox && (head.IndexOf((byte)'\n') is not (> 0 and < 512 and var first) || !MimeLines.IsSeparator(head[..first])))
        {
            return null;
        }

        var rest = head[..Math.Min(head.Length, Window)];
        rest = isMailbox ? rest[(rest.IndexOf((byte)'\n') + 1)..] : rest;
        return IsMessage(rest) ? isMailbox ? MailReader.Mailbox : MailReader.Message : null;
    }

    private static bool IsMessage(ReadOnlySpan<byte> rest)
    {
        var (usual, isTelling, hasSender, isComplete, isFirst) = (0, false, false, false, true);
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = rest[..end].TrimEnd((byte)'\r');
            rest = rest[(end + 1)..];
            if (line.IsEmpty)
            {
                isComplete = true;
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (isFirst)
                {
                    return false;
                }

                continue;
            }

            isFirst = false;
            var colon = line.IndexOf((byte)':');
            if (colon is < 1 or > 76 || line[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
            {
                return false;
            }

            var name = Encoding.ASCII.GetString(line[..colon]);
            usual += Usual.Contains(name) ? 1 : 0;
            isTelling |= Telling.Contains(name);
            hasSender |= name.Equals("From", StringComparison.OrdinalIgnoreCase);
        }

        return usual >= MinUsual && (isTelling || (hasSender && isComplete));
    }
}
