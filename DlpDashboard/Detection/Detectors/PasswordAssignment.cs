using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Passwords and secrets behind their name: <c>password = "…"</c>, <c>api_key: …</c>, <c>&lt;secret&gt;…</c>. The value is what stands behind the sign. Placeholders, variables,
/// calls and plain words are refused; how sure it is follows from how random it looks.
/// </summary>
internal sealed class PasswordAssignment : DetectorRule
{
    private const int LongestValue = 128;

    public override Detector Describe() => new()
    {
        Id = "password-assignment",
        Name = "Password or secret behind its name",
        Category = "secret",
        Region = "world",
        Validation = "name, entropy, character classes; placeholders refused",
        LikelihoodWithoutContext = Likelihood.Likely,
        DefaultSeverity = Severity.High,
        ContextWords = ["password", "passwd", "passphrase", "passwort", "pwd", "secret", "client secret", "api key", "apikey", "token", "access key", "credential"],
        Claim = Claim.Form,
        Mask = MaskStyle.Nothing,
        TrueSamples =
        [
            "password = \"" + "Tr0ub4dor&3\"", "DB_PASSWORD=" + "x9Kq2mPz7", "api_key: '" + "9f8a7c6e5d4b3a2f1e0d'", "{\"client_secret\":\"" + "Zt7-kQ2.pLm9xW4v\"}", "<password>" + "hunter2!X</password>",
            "passwd: " + "correct9Horse", "My password is " + "Tr0ub4dor&3", "DB_PASS=" + "foo12345bar", "{\\\"password\\\":\\\"" + "q8W!zz91\\\"}",
        ],
        FalseSamples =
        [
            "password = \"changeme\"", "password: ${DB_PASSWORD}", "password = getPassword()", "The password: please enter it", "the password is required", "pass the salt = good1Taste", "password is 8-20 characters", "password=********", "secretary: John Smith1", "if (password == \"x9Kq2mPz7\")", "token_count: 128000", "PublicKeyToken=\"cc7b13ffcd2ddd51\"",
            "<a href=\"x.html#token\">AccessToken</a>", "self.key_password = key_password", "M_token = S_token_begin_mark;",
        ],
    };

    public override IReadOnlyList<string> Fingerprints =>
        [@"(?i).|pass[wp""'\\ =:]", @"(?i).|pwd[""'\\ =:>]", @"(?i).|secret[s_""'\\ =:>\-]", @"(?i).|api[_\-k][ke][ey]", @"(?i).|token[""'\\ =:>]", @"(?i).|access[_\-k][ke][ey]", "(?i).|credential"];

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate)
    {
        var anchor = candidate.Anchor;
        if (anchor < candidate.ReadTo)
        {
            return false;
        }

        var isPassword = Ascii.ToLower(candidate.At(anchor)) == (byte)'p';
        var start = SecretReader.ValueAfterName(candidate.Text, anchor, out var quote);
        candidate.Work += 24;
        if (start < 0)
        {
            return false;
        }

        var end = SecretReader.EndOfValue(candidate.Text, start, quote, LongestValue);
        candidate.Work += Math.Max(end, start) - start;
        candidate.ReadTo = Math.Max(end, anchor + 1);
        if (end - start < (isPassword ? 6 : 8) || end - start >= LongestValue)
        {
            return false;
        }

        var value = candidate.Slice(start, end);
        // Within markup several words are a description.
        var isInAttribute = quote == (byte)'<' && candidate.At(start - 2) is (byte)'"' or (byte)'\'';
        if (Placeholder.Is(value) || IsItsName(value) || (isInAttribute && !HasDigit(value)) || (quote == (byte)'<' && value.Contains((byte)' ')) || (quote == 0 && SecretReader.IsCode(value, candidate.At(end))))
        {
            return false;
        }

        return Judge(ref candidate, start, end, value, isPassword, quote != 0);
    }

    // A variable that is handed on under its own name.
    private static bool IsItsName(ReadOnlySpan<byte> value)
    {
        var hasLine = value.Contains((byte)'_');
        for (var at = 0; at < value.Length && hasLine; at++)
        {
            hasLine = Ascii.IsLetter(value[at]) || value[at] == (byte)'_';
        }

        return hasLine && (value.IndexOf("token"u8) >= 0 || value.IndexOf("password"u8) >= 0 || value.IndexOf("secret"u8) >= 0 || value.IndexOf("credential"u8) >= 0);
    }

    private static bool HasDigit(ReadOnlySpan<byte> value) => value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;

    private static bool Judge(ref Candidate candidate, int start, int end, ReadOnlySpan<byte> value, bool isPassword, bool isQuoted)
    {
        var entropy = Randomness.Entropy(value);
        var classes = Randomness.Classes(value);
        if (isPassword)
        {
            if (classes == 1 && !isQuoted && Ascii.IsLetter(value[0]))
            {
                return false;
            }

            var isRandom = classes >= 2 && entropy >= 2.5;
            var score = !isRandom ? 0.3 : classes >= 3 && value.Length >= 8 ? 0.85 : 0.7;
            return candidate.Accept(start, end, score, score, isRandom ? ReasonFlags.Entropy : ReasonFlags.None);
        }

        // Other names stand before many harmless things: only what looks drawn at random counts.
        if (classes < 2 || entropy < 2.8 || value.Contains((byte)' '))
        {
            return false;
        }

        var secretScore = entropy >= 3.5 && value.Length >= 16 ? 0.8 : 0.5;
        return candidate.Accept(start, end, secretScore, secretScore, ReasonFlags.Entropy);
    }
}
