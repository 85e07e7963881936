using System.Globalization;
using System.Text;

namespace DlpDashboard.Detection.Matching;

/// <summary>A sample of what storage usually holds, by which the bucket layout is chosen: prose, tables, JSON lines, logs, source and markup, the same on every machine.</summary>
internal static class UsualText
{
    private const int Turns = 30;

    private static readonly string[] Prose =
    [
        "The committee met again in the spring, and after a long discussion they agreed to postpone the decision until more figures were available. ",
        "Please find attached the minutes of yesterday's meeting; let me know by Friday if anything is missing or needs to be corrected. ",
        "Most customers never notice the change, but those who do tend to write at length about what they liked better before. ",
        "Quarterly revenue rose by 4.2 percent to 18,340 while costs fell slightly, mainly because two older sites were closed in March 2023. ",
        "Der Antrag wurde am 3. Mai eingereicht und nach kurzer Beratung mit großer Mehrheit angenommen. ",
    ];

    private static readonly string[] Words =
        ("a we it so the and for not day year with that from this work time first people small which would about there large because through between another "
        + "important information government understanding business system children company problem service question national different following development "
        + "program security history public interest street letter number window garden summer winter market office doctor school mother father friend morning "
        + "evening kitchen travel before after during without against within while under where every other still almost should might always never often again "
        + "later sooner better enough nothing everyone something together however perhaps already finally quickly open close write read carry bring build begin "
        + "follow change answer return offer reach remain expect suggest consider describe explain produce receive decide improve report develop an as at be by "
        + "do he if in is me my no of on or to up us die der und das ist von mit auf eine nicht werden haben wurde le la les des une dans pour sur avec est que "
        + "los las para con por una").Split(' ');

    /// <summary>The sample's bytes.</summary>
    public static byte[] Bytes { get; } = Make();

    // Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014: the same on every machine.
    private static ulong Drawn(int seed)
    {
        var mixed = (ulong)(seed + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private static byte[] Make()
    {
        var text = new StringBuilder();
        for (var turn = 0; turn < Turns; turn++)
        {
            var n = (turn * 7919) + 1013;
            text.Append(Prose[turn % Prose.Length]).Append('\n').Append(CultureInfo.InvariantCulture, $"{n},Garden chair {turn},{n % 97}.{n % 89:00},2023-{1 + (turn % 12):00}-{1 + (n % 28):00},shipped,{n * 31},{n * 7 % 10000:0000}\n");
            text.AppendJoin(' ', Enumerable.Range(0, 120).Select(i => Words[(n + (i * i * 7) + (i * 13) + (i * i * i)) % Words.Length])).Append(".\n")
                .AppendJoin(',', Enumerable.Range(1, 9).Select(i => (n * 7919L * 104729 * i % 10_000_000_000).ToString(CultureInfo.InvariantCulture)[..i])).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{Drawn(n) >> 32:x8}-{Drawn(n) & 0xFFFF:x4}-4{turn % 10}{n % 90 + 10}-a{n % 900 + 100}-{Drawn(n + 1) >> 16:x12}\",\"count\":{n % 513},\"createdAt\":\"2024-0{1 + (turn % 9)}-1{turn % 10}T{n % 24:00}:{n % 60:00}:{n % 59:00}.{n % 1000:000}Z\",\"active\":true,\"title\":\"Spare part {n}\",\"ratio\":0.{n}}}\n");
            text.Append(CultureInfo.InvariantCulture, $"2024-0{1 + (turn % 9)}-{1 + (n % 28):00} {n % 24:00}:{n % 60:00}:{n % 59:00},{n % 1000:000} INFO  [worker-{turn}] com.shop.orders.OrderService - order {n * 13} accepted in {n % 300} ms (attempt {turn % 3}), trace={Drawn(n + 2):x16} v2.{turn}.{n % 9}\n");
            text.Append(CultureInfo.InvariantCulture, $"2023-1{turn % 3}-{1 + (n % 28):00} {n % 24:00}:{n % 60:00}:{n % 59:00}.{n % 1000:000} WARN  [pool-{turn}] {Words[n % Words.Length]}.{Words[n * 3 % Words.Length]}: {Words[n * 7 % Words.Length]} took {n % 2000} ms, v{turn}.{n % 20}.{n % 9}\n");
            text.Append(CultureInfo.InvariantCulture, $"10.{turn}.0.{n % 250} - - [{1 + (n % 28):00}/Mar/2024:{n % 24:00}:{n % 60:00}:{n % 59:00} +0000] \"GET /assets/{Words[n % Words.Length]}.{Drawn(n + 3) >> 32:x8}.js HTTP/1.1\" 200 {n * 13 % 90000}\n");
            text.Append(CultureInfo.InvariantCulture, $"{n * 7},{Words[n % Words.Length]} {Words[n * 5 % Words.Length]},{n % 9999}.{n % 100:00},2024-{1 + (turn % 12):00}-{1 + (n % 28):00},{Words[n * 3 % Words.Length]},{n * 331 % 10_000_000:0000000},paid\n");
            text.Append(CultureInfo.InvariantCulture, $"    public int Total{turn} => items.Sum(item => item.Price * item.Count) + {n % 100}; // see ticket {n}\n<div class=\"row-{turn}\"><a href=\"https://www.shop.test/items/{n}?page={turn}\">Item &amp; more</a></div>\n{n % 997} {n * 3} {n % 7} {n * 17}\t{n % 1000:000}.{n % 777}\t-{n % 13}.5e-0{turn % 10}\n");
        }

        for (var turn = 0; turn < Turns; turn++)
        {
            text.Append(CultureInfo.InvariantCulture, $"commit {Drawn(turn):x16}{Drawn(turn + 40):x16}{Drawn(turn + 80) >> 32:x8} release {turn % 9}.{turn}.{turn % 7}, sha256:{Drawn(turn + 120):x16}{Drawn(turn + 160):x16} {Convert.ToBase64String(BitConverter.GetBytes(Drawn(turn + 200)))}{Convert.ToBase64String(BitConverter.GetBytes(Drawn(turn + 240)))}\n");
        }

        text.Append(' ', 128 - (text.Length % 64));
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return bytes[..(bytes.Length / 64 * 64)];
    }
}
