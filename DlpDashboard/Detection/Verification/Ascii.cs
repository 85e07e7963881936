namespace DlpDashboard.Detection.Verification;

/// <summary>Byte classes by table.</summary>
internal static class Ascii
{
    private const byte DigitBit = 1, UpperBit = 2, LowerBit = 4, HexBit = 8, WordBit = 16, Base64Bit = 32, Base64UrlBit = 64;

    private static readonly byte[] Classes = Build();

    public static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    public static bool IsUpper(byte value) => (uint)(value - 'A') <= 25;

    public static bool IsLower(byte value) => (uint)(value - 'a') <= 25;

    public static bool IsLetter(byte value) => (uint)((value | 32) - 'a') <= 25;

    public static bool IsLetterOrDigit(byte value) => (Classes[value] & (DigitBit | UpperBit | LowerBit)) != 0;

    public static bool IsWord(byte value) => (Classes[value] & WordBit) != 0;

    public static bool IsHex(byte value) => (Classes[value] & HexBit) != 0;

    public static bool IsBase64(byte value) => (Classes[value] & Base64Bit) != 0;

    public static bool IsBase64Url(byte value) => (Classes[value] & Base64UrlBit) != 0;

    public static byte ToLower(byte value) => IsUpper(value) ? (byte)(value | 32) : value;

    public static byte ToUpper(byte value) => IsLower(value) ? (byte)(value & ~32) : value;

    /// <summary>Whether the text begins with the word, which is lower case, whatever the text's case.</summary>
    public static bool StartsWithAnyCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCaseWord)
    {
        if (text.Length < lowerCaseWord.Length)
        {
            return false;
        }

        for (var i = 0; i < lowerCaseWord.Length; i++)
        {
            if (ToLower(text[i]) != lowerCaseWord[i])
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Build()
    {
        var classes = new byte[256];
        for (var i = 0; i < 128; i++)
        {
            var c = (char)i;
            var alphanumeric = char.IsAsciiLetterOrDigit(c);
            classes[i] = (byte)((char.IsAsciiDigit(c) ? DigitBit : 0) | (char.IsAsciiLetterUpper(c) ? UpperBit : 0)
                | (char.IsAsciiLetterLower(c) ? LowerBit : 0) | (char.IsAsciiHexDigit(c) ? HexBit : 0) | (alphanumeric || c == '_' ? WordBit : 0)
                | (alphanumeric || c is '+' or '/' ? Base64Bit : 0) | (alphanumeric || c is '-' or '_' ? Base64UrlBit : 0));
        }

        return classes;
    }
}
