using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Words and forms that stand where a secret would: examples, variables, masks.</summary>
internal static class Placeholder
{
    private static readonly byte[][] Beginnings =
    [
        .. new[]
        {
            "example", "sample", "your", "my_", "my-", "changeme", "change_me", "change-me", "changeit", "change_it", "replace", "insert", "enter", "placeholder", "dummy",
            "todo", "fixme", "redacted", "hidden", "secret_", "password", "passwd", "passphrase", "none", "null", "nil", "undefined", "true", "false", "empty",
            "process.env", "os.environ", "os.getenv", "getenv", "env.", "env(", "config.", "config[", "settings.", "secrets.", "vault:", "ref:", "arn:", "file:", "self.", "this.", "request.", "string", "varchar",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>Whether a secret's place is taken by a word or a variable, or by one character over and over.</summary>
    public static bool Is(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value[0] is (byte)'$' or (byte)'<' or (byte)'{' or (byte)'%' or (byte)'*' or (byte)'[' or (byte)'(' || IsOneCharacter(value))
        {
            return true;
        }

        foreach (var beginning in Beginnings)
        {
            if (Ascii.StartsWithAnyCase(value, beginning))
            {
                return true;
            }
        }

        return Contains(value, "example"u8) || Contains(value, "placeholder"u8) || Contains(value, "changeme"u8) || Contains(value, "xxxx"u8) || value.IndexOf("****"u8) >= 0;
    }

    private static bool IsOneCharacter(ReadOnlySpan<byte> value) => value.IndexOfAnyExcept(value[0]) < 0;

    private static bool Contains(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word)
    {
        for (var i = 0; i + word.Length <= value.Length; i++)
        {
            if (Ascii.StartsWithAnyCase(value[i..], word))
            {
                return true;
            }
        }

        return false;
    }
}
