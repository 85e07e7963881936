using System.Text;
using Ascii = DlpDashboard.Detection.Verification.Ascii;

namespace DlpDashboard.Detection;

/// <summary>
/// Values as they may be shown and kept. Cards and accounts keep their first and last four characters (<c>4111********1111</c>, separators left out), other numbers their
/// last two, addresses a hint, tokens their public prefix. Of a secret nothing else is left, not even its length; what is short is masked whole.
/// </summary>
public static class ValueMask
{
    private const string Hidden = "********";

    /// <summary>The value masked by its detector's rule.</summary>
    public static string Of(Detector detector, ReadOnlySpan<byte> value) => detector.Mask switch
    {
        MaskStyle.FirstAndLastFour => FirstAndLastFour(value),
        MaskStyle.LastTwo => LastTwo(value),
        MaskStyle.Email => Email(value),
        MaskStyle.TokenPrefix => value.Length < 16 ? Hidden : Text(value[..(value.StartsWith("-----"u8) ? 10 : value.StartsWith("github"u8) ? 11 : 4)]) + Hidden,
        MaskStyle.FirstPart => FirstPart(value),
        _ => Hidden,
    };

    private static string FirstAndLastFour(ReadOnlySpan<byte> value)
    {
        Span<byte> compact = stackalloc byte[64];
        var length = Compact(value, compact);
        return length < 12 ? Hidden : Text(compact[..4]) + new string('*', length - 8) + Text(compact[(length - 4)..length]);
    }

    private static string LastTwo(ReadOnlySpan<byte> value)
    {
        Span<byte> compact = stackalloc byte[64];
        var length = Compact(value, compact);
        return length < 7 ? Hidden : new string('*', length - 2) + Text(compact[(length - 2)..length]);
    }

    private static string Email(ReadOnlySpan<byte> value)
    {
        var at = value.IndexOf((byte)'@');
        var dot = value.LastIndexOf((byte)'.');
        return at < 2 || dot < at + 3 ? "***@***" + (dot > at ? Text(value[dot..]) : "") : Text(value[..1]) + "***@" + Text(value[(at + 1)..(at + 2)]) + "***" + Text(value[dot..]);
    }

    private static string FirstPart(ReadOnlySpan<byte> value)
    {
        var sign = value.IndexOfAny((byte)'.', (byte)':');
        return sign <= 0 ? Hidden : Text(value[..(sign + 1)]) + "***";
    }

    private static int Compact(ReadOnlySpan<byte> value, Span<byte> compact)
    {
        var length = 0;
        foreach (var sign in value)
        {
            if (Ascii.IsLetterOrDigit(sign) && length < compact.Length)
            {
                compact[length++] = sign;
            }
        }

        return length;
    }

    private static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);
}
