using DlpDashboard.Cli.Bench;
using DlpDashboard.Detection;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

public sealed class HostileTextTests
{
    private static readonly DetectionEngine Everything = DetectionEngine.Create(floor: Likelihood.VeryUnlikely);

    public static TheoryData<string> Units => [.. BenchCorpus.Units];

    public static TheoryData<string> PeopleUnits =>
    [
        "Ms ", "Dear Mr ", "Mr Mr Smith ", "John Smith ", "Smith, John ", "von der ", "O'", "Anna-Maria-", "Name: ", "name,first name,last name\n", "12 ", "12 Main Street ", "Main Street 12, ", "Hauptstraße 5, 10115 Berlin\n",
        "Street Street ", "12345 Berlin ", "London SW1A 1AA ", "P.O. Box ", "Apt. 5, ", "NY 10001 ", "rue de la ", "Address: ",
    ];

    [Theory]
    [MemberData(nameof(PeopleUnits))]
    public void Names_and_addresses_cost_no_more(string unit) => Verification_reads_a_bounded_number_of_bytes_a_byte_of_text(unit);

    [Theory]
    [MemberData(nameof(Units))]
    public void Verification_reads_a_bounded_number_of_bytes_a_byte_of_text(string unit)
    {
        var (short1, candidates1) = Work(BenchCorpus.Repeat(unit, 100_000));
        var (long4, candidates4) = Work(BenchCorpus.Repeat(unit, 400_000));
        Assert.True(long4 <= 60 * 400_000L, $"{long4 / 400_000.0:F1} bytes read a byte");
        Assert.True(long4 <= (short1 * 4.4) + 100_000, $"{short1} for a quarter, {long4} for the whole");
        Assert.True(candidates4 <= (candidates1 * 4.4) + 1000);
    }

    [Theory]
    [InlineData("eyJ", "a")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n", "A")]
    [InlineData("password=\"", "x")]
    [InlineData("postgres://u:", "p")]
    [InlineData("Server=", "s;a=")]
    [InlineData("{\"service_account\"", " ")]
    [InlineData("4", "1")]
    [InlineData("a@", "b.")]
    [InlineData("Mr ", "Aa")]
    [InlineData("Ms Anna ", "von ")]
    [InlineData("12 Main ", "Street ")]
    [InlineData("::", "1:")]
    public void A_token_without_end_is_read_once(string head, string body)
    {
        var text = new byte[500_000];
        BenchCorpus.Repeat(body, text.Length).CopyTo(text, 0);
        System.Text.Encoding.ASCII.GetBytes(head).CopyTo(text, 0);
        var (work, _) = Work(text);
        Assert.True(work <= 60L * text.Length, $"{work} bytes read");
    }

    [Fact]
    public void Noise_and_broken_characters_neither_throw_nor_flood()
    {
        var dice = new Dice(9);
        var text = new byte[2_000_000];
        for (var at = 0; at + 8 <= text.Length; at += 8)
        {
            BitConverter.TryWriteBytes(text.AsSpan(at), dice.Next());
        }

        var found = ScanStreams.Scan(DetectionEngine.Create(), text);
        Assert.True(found.Count < 20, string.Join('\n', found.Take(30)));
        Assert.NotEmpty(ScanStreams.Scan(Everything, [0xFF, 0xC3, (byte)' ', .. "card 4539 1488 0343 6467"u8, 0xE2, 0x82]));
    }

    [Fact]
    public void Empty_and_tiny_segments_are_fine()
    {
        Assert.Empty(ScanStreams.Scan(Everything, []));
        for (var value = 0; value < 256; value++)
        {
            Assert.Empty(ScanStreams.Scan(Everything, [(byte)value]));
        }
    }

    [Fact]
    public void The_map_is_asked_only_within_its_reach()
    {
        var map = new StrictMap();
        var text = BenchCorpus.Make("dense", 1_500_000);
        var sink = new CountingSink();
        using var scanner = Everything.CreateScanner(sink);
        scanner.Begin(map);
        for (var at = 0; at < text.Length; at += SegmentScanner.LongestWrite)
        {
            var piece = text.AsSpan(at, Math.Min(SegmentScanner.LongestWrite, text.Length - at));
            map.Written = at + piece.Length;
            scanner.Write(piece);
        }

        scanner.End();
        Assert.True(map.Asked > 1000);
        Assert.Equal(0, map.Beyond);
    }

    private static (long Work, long Candidates) Work(byte[] text)
    {
        using var scanner = Everything.CreateScanner(new CountingSink());
        scanner.Begin(NoMap.Instance);
        scanner.Write(text);
        scanner.End();
        return (scanner.Work, scanner.Candidates);
    }

    private sealed class StrictMap : ISegmentMap
    {
        public long Written { get; set; }

        public int Asked { get; private set; }

        public int Beyond { get; private set; }

        public ReadOnlySpan<byte> KeyAt(long offset)
        {
            Asked++;
            Beyond += offset < Written - ISegmentMap.LookBehind || offset >= Written ? 1 : 0;
            return [];
        }

        public TextLocation LocationAt(long offset) => new();
    }
}
