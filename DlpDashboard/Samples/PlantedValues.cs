using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DlpDashboard.Detection.Checks;

namespace DlpDashboard.Samples;

/// <summary>Valid values of each kind, made up by dice, with the words people write around them. Benchmarks and the demo plant them; tests demand that each is found.</summary>
internal static class PlantedValues
{
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly string[] Mailboxes = ["lena", "omar.f", "ines_k", "t.brandt", "ayo+news", "sun.li"];

    private static readonly string[] Hosts = ["bluewater.io", "northmill.co.uk", "kanto-trade.jp", "feldweg.de", "ouvert.fr"];

    private static readonly Func<Dice, (string Detector, string Text)>[] Kinds =
    [
        dice => ("payment-card", $"card {Card(dice, " ")}"), dice => ("payment-card", $"paid with visa {Card(dice, "")} today"), dice => ("iban", $"IBAN {Iban(dice)}"),
        dice => ("us-ssn", $"SSN {1 + dice.Below(660):000}-{1 + dice.Below(99):00}-{1 + dice.Below(9998):0000}"), dice => ("email", $"mail to {dice.Of(Mailboxes)}{dice.Below(999)}@{dice.Of(Hosts)} please"),
        dice => ("phone", $"phone +49 30 {2 + dice.Below(7)}{dice.Digits(6)}"), dice => ("ip-address", $"client {81 + dice.Below(80)}.{dice.Below(255)}.{dice.Below(255)}.{1 + dice.Below(250)} connected"),
        dice => ("private-key", $"\n-----BEGIN RSA " + $"PRIVATE KEY-----\n{Lines(dice, 12)}-----END RSA PRIVATE KEY-----\n"), dice => ("aws-access-key", "key AKIA" + dice.Text(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")),
        dice => ("aws-secret-key", "aws_secret_access_key = a1Z" + dice.Text(37, Base62 + "+/")), dice => ("github-token", $"token {GitHub(dice)}"), dice => ("jwt", $"Bearer {Jwt(dice)}"),
        dice => ("azure-storage-key", "AccountKey=" + dice.Text(85, Base62 + "+/") + "w=="), dice => ("connection-string", $"postgres://app{dice.Below(99)}:{dice.Text(10, Base62)}@db{dice.Below(99)}.internal:5432/shop"),
        dice => ("password-assignment", $"password = \"{dice.Text(5, Base62)}!7a{dice.Text(4, Base62)}\""), dice => ("date-of-birth", $"born {1 + dice.Below(28):00}.{1 + dice.Below(12):00}.{1940 + dice.Below(60)}"),
        dice => ("uk-nhs", $"NHS number {Nhs(dice)}"), dice => ("uk-nino", $"NINO {dice.Of(["AB", "CE", "JG", "TW"])}{1 + dice.Below(9)}{dice.Digits(5)}{dice.Of(["A", "B", "C", "D"])}"),
        dice => ("es-nif", $"DNI {Nif(dice)}"), dice => ("in-aadhaar", $"aadhaar {Aadhaar(dice)}"),
        dice => ("gcp-service-account", "{\"type\": \"service_account\", \"private_key\": \"-----BEGIN " + "PRIVATE KEY-----\\n" + dice.Text(200, Base62) + "\\n-----END PRIVATE KEY-----\\n\", \"client_email\": \"a@b.iam.gserviceaccount.com\"}"),
    ];

    private static readonly ILookup<string, Func<Dice, (string Detector, string Text)>> ByDetector = Kinds.ToLookup(make => make(new Dice(0)).Detector, StringComparer.Ordinal);

    /// <summary>How many kinds there are.</summary>
    public static int Count => Kinds.Length;

    /// <summary>One value of a kind and the detector that must see it.</summary>
    public static (string Detector, string Text) Make(int kind, Dice dice) => Kinds[kind % Kinds.Length](dice);

    /// <summary>A value that a detector must see.</summary>
    public static string Of(string detector, Dice dice) => dice.Of(ByDetector[detector].ToArray())(dice).Text;

    /// <summary>Sixteen digits of a card, by fours.</summary>
    public static string Card(Dice dice, string separator)
    {
        // The sixth to eighth digits keep clear of published test numbers.
        var digits = ("4539" + "7" + dice.Digits(10)).Select(c => (byte)(c - '0')).Append((byte)0).ToArray();
        return string.Join(separator, Completed(digits, Luhn.IsValid).Chunk(4).Select(group => string.Concat(group)));
    }

    private static string Iban(Dice dice)
    {
        var account = dice.Digits(18);
        for (var check = 2; ; check++)
        {
            var iban = $"DE{check:00}{account}";
            if (Iso7064.IsValidIban(Encoding.ASCII.GetBytes(iban)))
            {
                return iban;
            }
        }
    }

    private static string Nhs(Dice dice)
    {
        while (true)
        {
            var digits = dice.Digits(9);
            var check = 11 - (Enumerable.Range(0, 9).Sum(i => (digits[i] - '0') * (10 - i)) % 11);
            if (check != 10 && digits.Distinct().Count() > 3)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{digits[..3]} {digits[3..6]} {digits[6..]}{(check == 11 ? 0 : check)}");
            }
        }
    }

    private static string Nif(Dice dice)
    {
        var number = 10_000_000 + dice.Below(80_000_000);
        return string.Create(CultureInfo.InvariantCulture, $"{number}{"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]}");
    }

    private static string Aadhaar(Dice dice)
    {
        var digits = ("3" + dice.Digits(10)).Select(c => (byte)(c - '0')).Append((byte)0).ToArray();
        return string.Join(' ', Completed(digits, Verhoeff.IsValid).Chunk(4).Select(group => string.Concat(group)));
    }

    private static byte[] Completed(byte[] digits, SpanCheck isValid)
    {
        for (digits[^1] = 0; !isValid(digits); digits[^1]++)
        {
        }

        return digits;
    }

    private delegate bool SpanCheck(ReadOnlySpan<byte> digits);

    private static string GitHub(Dice dice)
    {
        var random = Encoding.ASCII.GetBytes(dice.Text(30, Base62));
        var check = new byte[6];
        Crc32Base62.Write(random, check);
        return "ghp" + "_" + Encoding.ASCII.GetString([.. random, .. check]);
    }

    private static string Jwt(Dice dice) =>
        Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8) + "." + Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{{\"sub\":\"{dice.Digits(8)}\"}}")) + "." + dice.Text(43, Base62 + "-_");

    private static string Lines(Dice dice, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => dice.Text(64, Base62 + "+/") + "\n"));
}
