using System.Buffers;

namespace DlpDashboard.Extraction;

/// <summary>
/// Tells content by its first bytes, never by its name. Allocates nothing. Text is what has (nearly) no control characters.
/// </summary>
internal static class ContentSniffer
{
    private const int Window = 8 * 1024;

    private static readonly ContentFormat Empty = new(ContentShape.Empty, ContentKinds.Empty);
    private static readonly ContentFormat Text = new(ContentShape.Text, ContentKinds.Text);
    private static readonly ContentFormat MarkedText = new(ContentShape.Text, ContentKinds.Text, Skip: 3);
    private static readonly ContentFormat Little = new(ContentShape.Utf16LittleEndian, ContentKinds.Text);
    private static readonly ContentFormat MarkedLittle = new(ContentShape.Utf16LittleEndian, ContentKinds.Text, Skip: 2);
    private static readonly ContentFormat Big = new(ContentShape.Utf16BigEndian, ContentKinds.Text);
    private static readonly ContentFormat MarkedBig = new(ContentShape.Utf16BigEndian, ContentKinds.Text, Skip: 2);
    private static readonly ContentFormat Gzip = new(ContentShape.Gzip, ContentKinds.Gzip);
    private static readonly ContentFormat Zip = new(ContentShape.Zip, ContentKinds.Zip);

    // Controls that text does not have: all below space but BEL..CR and ESC.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(b => b is not ((>= 0x07 and <= 0x0D) or 0x1B)).Select(b => (byte)b)]);

    /// <summary>What content is that begins with these bytes.</summary>
    public static ContentFormat Detect(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return Empty;
        }

        if (head is [0x1F, 0x8B, 0x08, ..])
        {
            return Gzip;
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("PK\u0007\u0008"u8))
        {
            return Zip;
        }

        return KnownFormats.FindCertain(head) ?? DetectText(head) ?? KnownFormats.FindAmongBinary(head);
    }

    private static ContentFormat? DetectText(ReadOnlySpan<byte> head)
    {
        if (head is [0xEF, 0xBB, 0xBF, ..])
        {
            return MarkedText;
        }

        if (head is [0xFF, 0xFE, ..])
        {
            return head is [_, _, 0, 0, ..] ? null : MarkedLittle;
        }

        if (head is [0xFE, 0xFF, ..])
        {
            return MarkedBig;
        }

        var window = head[..Math.Min(head.Length, Window)];
        var first = window.IndexOfAny(Controls);
        if (first < 0)
        {
            return Text;
        }

        return (window.Contains((byte)0) ? DetectUtf16(window) : null) ?? (HasFewControls(window[first..], window.Length) ? Text : null);
    }

    // A stray control is no reason to leave a log unread; more than one in fifty bytes is no text.
    private static bool HasFewControls(ReadOnlySpan<byte> rest, int length)
    {
        var controls = 0;
        foreach (var b in rest)
        {
            controls += Controls.Contains(b) ? 1 : 0;
        }

        return controls * 50 <= length;
    }

    // Without a mark: the high bytes of most Western text and of all line ends and spaces are zero, the low bytes hardly ever.
    private static ContentFormat? DetectUtf16(ReadOnlySpan<byte> window)
    {
        var (even, odd, controls) = (0, 0, 0);
        for (var i = 0; i + 1 < window.Length; i += 2)
        {
            even += window[i] == 0 ? 1 : 0;
            odd += window[i + 1] == 0 ? 1 : 0;
            var low = window[i] == 0 ? window[i + 1] : window[i + 1] == 0 ? window[i] : (byte)' ';
            controls += Controls.Contains(low) ? 1 : 0;
        }

        var pairs = window.Length / 2;
        if (pairs < 2 || controls * 50 > pairs)
        {
            return null;
        }

        return odd * 10 >= pairs && even * 16 <= odd ? Little
            : even * 10 >= pairs && odd * 16 <= even ? Big
            : null;
    }
}
