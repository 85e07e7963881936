using System.Globalization;
using System.Text;
using DlpDashboard.Samples;

namespace DlpDashboard.Cli.Bench;

/// <summary>
/// The benchmark's texts: the same bytes for the same kind and size. <c>mixed</c> takes turns with prose, CSV, JSON lines and logs, a planted value in about 10 KB and
/// many near misses; <c>dense</c> plants one in 200 bytes; <c>binary</c> is noise between runs of zeros; <c>adversarial</c> repeats units that make scanners slow.
/// </summary>
internal static class BenchCorpus
{
    /// <summary>What hostile text is made of: starts of values that fail late, hits without end, runs without end.</summary>
    public static readonly string[] Units =
    [
        "4111 1111 1111 1112 ", "a@b.c ", "a@", "1.1.", "1.1.1.1 ", "DE00 ", "123456789 ", "password=", "born on the ", "eyJ-", "eyJhbGciOiJub25lIn0.", "ey", "-----BEGIN PRIVATE KEY-----\n",
        "\"service_account\"{", "server=", "server=a;", "://a:", "postgres://a:b@", "1985-01-02 ", "::", "1:2:", "AKIAAKIAAKIAAKIA ", "ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ", "+49 30 1234567 ", "AA 12 34 56 A ",
        "0123456789abcdef", "\0", "é", "((((", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
    ];

    private static readonly string[] Words =
        "the of and to in is that it was for on are with as his they be at one have this from or had by hot but some what there we can out other were all your when up use word how said an each she which do their time if will way about many then them would write like so these her long make thing see him two has look more day could go come did my sound no most number who over know water than call first people may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form much great think say help low line before turn cause same mean differ move right boy old too does tell sentence set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father"
            .Split(' ');

    /// <summary>The bytes of a kind.</summary>
    public static byte[] Make(string kind, long size) => kind switch
    {
        "mixed" => Text(size, 10_000),
        "dense" => Text(size, 200),
        "binary" => Binary(size),
        _ => Adversarial(size),
    };

    /// <summary>One unit over and over.</summary>
    public static byte[] Repeat(string unit, long size)
    {
        var bytes = new byte[size];
        var once = Encoding.UTF8.GetBytes(unit);
        for (long at = 0; at < size; at += once.Length)
        {
            once.AsSpan(0, (int)Math.Min(once.Length, size - at)).CopyTo(bytes.AsSpan((int)at));
        }

        return bytes;
    }

    private static byte[] Adversarial(long size)
    {
        var bytes = new byte[size];
        for (var i = 0; i < Units.Length; i++)
        {
            long from = size * i / Units.Length, to = size * (i + 1) / Units.Length;
            Repeat(Units[i], to - from).CopyTo(bytes, from);
        }

        return bytes;
    }

    private static byte[] Binary(long size)
    {
        var dice = new Dice(3);
        var bytes = new byte[size];
        for (var at = 0; at + 8 <= size; at += 8)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(at), (at >> 12) % 5 == 0 ? 0UL : dice.Next());
        }

        return bytes;
    }

    private static byte[] Text(long size, int spacing)
    {
        var bytes = new byte[size];
        var dice = new Dice(1);
        var text = new StringBuilder();
        long at = 0, nextPlanted = spacing / 2;
        for (var block = 0; at < size; block++)
        {
            text.Clear();
            var (length, kind) = (2000 + dice.Below(6000), block & 3);
            while (text.Length < length)
            {
                Line(text, dice, kind);
                for (; at + text.Length >= nextPlanted; nextPlanted += (spacing / 2) + dice.Below(spacing))
                {
                    text.Append(PlantedValues.Make(dice.Below(PlantedValues.Count), dice).Text).Append('\n');
                }
            }

            var encoded = Encoding.UTF8.GetBytes(text.ToString());
            var taken = (int)Math.Min(encoded.Length, size - at);
            encoded.AsSpan(0, taken).CopyTo(bytes.AsSpan((int)at));
            at += taken;
        }

        return bytes;
    }

    private static void Line(StringBuilder text, Dice dice, int kind)
    {
        switch (kind)
        {
            case 0:
                Prose(text, dice);
                break;
            case 1:
                text.Append(CultureInfo.InvariantCulture, $"{dice.Below(100000)},{dice.Of(Words)} {dice.Of(Words)},{dice.Below(99999)}.{dice.Below(100):00},2024-{1 + dice.Below(12):00}-{1 + dice.Below(28):00},{dice.Of(Words)},{dice.Digits(7)},{dice.Of(["open", "paid", "void"])}\n");
                break;
            case 2:
                text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{dice.Text(8, "0123456789abcdef")}-{dice.Text(4, "0123456789abcdef")}-4{dice.Text(3, "0123456789abcdef")}-{dice.Text(12, "0123456789abcdef")}\",\"order\":{dice.Digits(6)},\"at\":\"2024-{1 + dice.Below(12):00}-{1 + dice.Below(28):00}T{dice.Below(24):00}:{dice.Below(60):00}:{dice.Below(60):00}Z\",\"note\":\"{dice.Of(Words)} {dice.Of(Words)} {dice.Of(Words)}\",\"total\":{dice.Below(9999)}.{dice.Below(100):00},\"tags\":[\"{dice.Of(Words)}\",\"{dice.Of(Words)}\"]}}\n");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"2024-{1 + dice.Below(12):00}-{1 + dice.Below(28):00} {dice.Below(24):00}:{dice.Below(60):00}:{dice.Below(60):00}.{dice.Digits(3)} {dice.Of(["INFO ", "WARN ", "DEBUG"])} [{dice.Of(Words)}-{dice.Below(64)}] {dice.Of(Words)}.{dice.Of(Words)}: {dice.Of(Words)} {dice.Of(Words)} took {dice.Below(2000)} ms, trace={dice.Text(16, "0123456789abcdef")} v{dice.Below(9)}.{dice.Below(20)}.{dice.Below(9)}\n");
                break;
        }

        if (dice.Below(12) == 0)
        {
            NearMiss(text, dice);
        }
    }

    private static void Prose(StringBuilder text, Dice dice)
    {
        for (var words = 8 + dice.Below(10); words > 0; words--)
        {
            text.Append(dice.Of(Words)).Append(words == 1 ? dice.Below(4) == 0 ? ".\n" : ". " : dice.Below(12) == 0 ? ", " : " ");
        }
    }

    private static void NearMiss(StringBuilder text, Dice dice) => text.Append(dice.Below(8) switch
    {
        0 => "order 4539" + dice.Digits(11) + "x ",
        1 => "ref 1" + dice.Digits(9) + dice.Digits(3) + " ",
        2 => "see user@ home ",
        3 => "passwords change often ",
        4 => "part " + dice.Digits(3) + "-" + dice.Digits(3) + "-" + dice.Digits(2) + " ",
        5 => "release " + dice.Below(20) + "." + dice.Below(20) + "." + dice.Below(20) + " ",
        6 => "sha " + dice.Text(40, "0123456789abcdef") + " ",
        _ => "DE" + dice.Digits(7) + " ",
    }).Append('\n');
}
