using System.Globalization;
using System.Text;
using DlpDashboard.Extraction.Compound;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Mail;

/// <summary>
/// Reads an Outlook item ([MS-OXMSG]): message, contact, appointment. All its words by their property's name, recipients, body as text and as HTML (RTF where it
/// has neither), attachments and messages within as contents of their own.
/// </summary>
/// <param name="content">The file it is in.</param>
/// <param name="tally">Told what became of its parts.</param>
/// <param name="readObject">Reads an object of another program.</param>
internal sealed class OutlookMessage(FormatContent content, PartTally tally, Func<CompoundStorage, string, ValueTask> readObject)
{
    /// <summary>The format's name.</summary>
    public const string Kind = "msg";

    private const string Property = "__substg1.0_";
    private const int Block = 4096;

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["0037"] = "Subject", ["0070"] = "Topic", ["0042"] = "From", ["0065"] = "From", ["0C1A"] = "From", ["0C1F"] = "From", ["5D01"] = "From", ["5D02"] = "From",
        ["0E04"] = "To", ["0E03"] = "Cc", ["0E02"] = "Bcc", ["007D"] = "headers", ["1000"] = "body", ["1035"] = "Message-ID", ["0050"] = "Reply-To", ["3001"] = "Name", ["3003"] = "Address",
        ["39FE"] = "Address", ["3A06"] = "Given name", ["3A08"] = "Phone", ["3A09"] = "Home phone", ["3A11"] = "Surname", ["3A15"] = "Postal address", ["3A16"] = "Company", ["3A17"] = "Title",
        ["3A18"] = "Department", ["3A1A"] = "Phone", ["3A1B"] = "Phone", ["3A1C"] = "Mobile phone", ["3A23"] = "Fax", ["3A24"] = "Fax", ["3A26"] = "Country", ["3A27"] = "City", ["3A28"] = "State",
        ["3A29"] = "Street", ["3A2A"] = "Postal code", ["8005"] = "Address",
    };

    private readonly byte[] _bytes = new byte[Block];
    private readonly char[] _chars = new char[Block + 1];

    /// <summary>Reads the item in a storage.</summary>
    public async ValueTask ReadAsync(CompoundStorage message, CancellationToken cancellationToken)
    {
        WriteWords(message, "", cancellationToken);
        foreach (var recipient in message.Storages.Where(s => s.Name.StartsWith("__recip", StringComparison.OrdinalIgnoreCase)))
        {
            WriteWords(recipient, "recipient ", cancellationToken);
        }

        await ReadBodyAsync(message, cancellationToken);
        foreach (var attachment in message.Storages.Where(s => s.Name.StartsWith("__attach", StringComparison.OrdinalIgnoreCase)))
        {
            await ReadAttachmentAsync(attachment, cancellationToken);
        }
    }

    // Strings in UTF-16 (001F) and in the sender's code page (001E).
    private void WriteWords(CompoundStorage storage, string where, CancellationToken cancellationToken)
    {
        foreach (var stream in storage.Streams.Where(IsWords).Order(StringComparer.OrdinalIgnoreCase))
        {
            var id = stream[Property.Length..(Property.Length + 4)];
            var isHtml = id == "1013";
            var name = Names.GetValueOrDefault(id, $"property {id}");
            if (!isHtml && storage.Open(stream) is { } words)
            {
                var isLong = name is "body" or "headers";
                content.Text.Open(content.Entry);
                WriteWords(words, stream.EndsWith("1F", StringComparison.OrdinalIgnoreCase), where + name, Names.ContainsKey(id) && !isLong ? name : "", isLong, cancellationToken);
                content.Text.Close();
            }
        }
    }

    private void WriteWords(CompoundStream words, bool isWide, string path, string key, bool isLong, CancellationToken cancellationToken)
    {
        var decoder = (isWide ? Encoding.Unicode : CodePage.Of(1252)).GetDecoder();
        var lines = new LinedText(content.Text, path, key);
        if (isLong)
        {
            lines.Begin();
        }
        else
        {
            content.Text.Place(new FixedPlace(path, key), 0, 0);
        }

        for (var read = words.Read(_bytes); read > 0; read = words.Read(_bytes))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = _chars.AsSpan(0, decoder.GetChars(_bytes.AsSpan(0, read), _chars, flush: false));
            if (isLong)
            {
                lines.Append(part);
            }
            else
            {
                content.Text.Append(part);
            }
        }
    }

    private async ValueTask ReadBodyAsync(CompoundStorage message, CancellationToken cancellationToken)
    {
        if (message.Streams.FirstOrDefault(stream => stream.StartsWith(Property + "1013", StringComparison.OrdinalIgnoreCase)) is { } html)
        {
            tally.Add("body.html", await content.ReadInnerAsync(message.Open(html)!, "body.html", cancellationToken));
        }
        else if (!message.Streams.Any(stream => stream.StartsWith(Property + "1000", StringComparison.OrdinalIgnoreCase))
            && message.Open(Property + "10090102") is { } packed)
        {
            await using var rtf = new PackedRtfStream(packed);
            tally.Add("body.rtf", await content.ReadInnerAsync(rtf, "body.rtf", cancellationToken));
        }
    }

    private async ValueTask ReadAttachmentAsync(CompoundStorage attachment, CancellationToken cancellationToken)
    {
        var name = NameOf(attachment);
        if (attachment.Open(Property + "37010102") is { } file)
        {
            tally.Add(name, await content.ReadInnerAsync(file, name, cancellationToken));
        }
        else if (attachment.Find(Property + "3701000D") is { } inner)
        {
            if (content.Depth >= content.Budget.Limits.Depth || !content.Budget.TryTakeEntry())
            {
                tally.Miss(name, string.Create(CultureInfo.InvariantCulture, $"Contents more than {content.Budget.Limits.Depth} deep in one another are not opened."));
            }
            else if (inner.Has("__properties_version1.0"))
            {
                tally.Add();
                var within = content with { Depth = content.Depth + 1, Entry = content.Entry is null ? name : $"{content.Entry}!/{name}" };
                await new OutlookMessage(within, tally, readObject).ReadAsync(inner, cancellationToken);
            }
            else
            {
                await readObject(inner, name);
            }
        }
    }

    private static string NameOf(CompoundStorage attachment)
    {
        foreach (var id in new[] { "3707", "3704", "3001" })
        {
            if (attachment.Read($"{Property}{id}001F", 512) is { Length: > 0 } wide)
            {
                return SafeText.Of(Encoding.Unicode.GetString(wide));
            }

            if (attachment.Read($"{Property}{id}001E", 256) is { Length: > 0 } narrow)
            {
                return SafeText.Of(CodePage.Of(1252).GetString(narrow));
            }
        }

        return "attachment";
    }

    private static bool IsWords(string stream) =>
        stream.Length == Property.Length + 8 && stream.StartsWith(Property, StringComparison.OrdinalIgnoreCase)
        && (stream.EndsWith("001F", StringComparison.OrdinalIgnoreCase) || stream.EndsWith("001E", StringComparison.OrdinalIgnoreCase));
}
