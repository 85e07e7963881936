using System.Security.Cryptography;
using System.Text;
using Ascii = DlpDashboard.Detection.Verification.Ascii;

namespace DlpDashboard.Detection.Redaction;

/// <summary>
/// A keyed seed of a value, the same however the value is written: of numbers, letters and digits count, letters as capitals; of e-mail addresses the case does not.
/// Secrets count as they stand.
/// </summary>
internal static class CanonicalValue
{
    private const int LongestOnStack = 512;

    /// <summary>HMAC-SHA256 over purpose, kind and value; 32 bytes.</summary>
    public static void WriteSeed(string purpose, Detector detector, ReadOnlySpan<byte> value, ReadOnlySpan<byte> key, Span<byte> seed)
    {
        var head = Encoding.UTF8.GetBytes($"{purpose}\0{detector.Id}\0");
        var text = head.Length + value.Length <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[head.Length + value.Length];
        head.CopyTo(text);
        var length = head.Length;
        foreach (var sign in value)
        {
            if (detector.Mask == MaskStyle.Email)
            {
                text[length++] = Ascii.ToLower(sign);
            }
            else if (!IsNumber(detector) || Ascii.IsLetterOrDigit(sign) || sign >= 0x80)
            {
                text[length++] = IsNumber(detector) ? Ascii.ToUpper(sign) : sign;
            }
        }

        HMACSHA256.HashData(key, text[..length], seed);
        text.Clear();
    }

    private static bool IsNumber(Detector detector) => detector.Mask is MaskStyle.FirstAndLastFour or MaskStyle.LastTwo;
}
