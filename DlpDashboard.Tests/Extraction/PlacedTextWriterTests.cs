using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Tests.Extraction;

public sealed class PlacedTextWriterTests
{
    [Fact]
    public void Every_byte_knows_the_run_it_stands_in_while_it_is_written()
    {
        var sink = new AskingSink();
        long told = 0;
        var writer = new PlacedTextWriter(written => told += written);
        writer.Reset(sink);
        writer.Open("book");
        for (var row = 1; row <= 40_000; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                writer.Place(sink.Names, row, column);
                writer.Append($"{row}/{column} ");
            }
        }

        writer.Close();
        Assert.Equal(1, sink.Begun);
        Assert.Equal(1, sink.Ended);
        Assert.Equal(told, sink.Text.Length);
        Assert.Equal(120_000, sink.Places.Count);
        Assert.All(sink.Places, place => Assert.Equal(place.Text, place.Path));
    }

    [Fact]
    public void A_surrogate_pair_is_kept_whole_and_half_of_one_replaced()
    {
        var sink = new AskingSink();
        var writer = new PlacedTextWriter(_ => { });
        writer.Reset(sink);
        writer.Open(null);
        writer.Append(new string('a', 255) + "😀" + "\uD83D");
        writer.Close();
        Assert.Equal(new string('a', 255) + "😀\uFFFD", sink.Text.ToString());
    }

    [Fact]
    public void A_segment_without_text_is_not_begun()
    {
        var sink = new AskingSink();
        var writer = new PlacedTextWriter(_ => { });
        writer.Reset(sink);
        writer.Open(null);
        writer.Place(sink.Names, 1, 1);
        writer.Close();
        Assert.Equal((0, 0), (sink.Begun, sink.Ended));
    }

    /// <summary>Asks the map about each word as soon as it is there.</summary>
    private sealed class AskingSink : ISegmentSink
    {
        private ISegmentMap? _map;

        public PairNames Names { get; } = new();

        public StringBuilder Text { get; } = new();

        public List<(string Text, string? Path)> Places { get; } = [];

        public int Begun { get; private set; }

        public int Ended { get; private set; }

        public void Begin(ISegmentMap map)
        {
            _map = map;
            Begun++;
        }

        public void Write(ReadOnlySpan<byte> utf8)
        {
            var from = Text.Length == 0 ? 0 : LastWordStart();
            Text.Append(Encoding.UTF8.GetString(utf8));
            while (Text.ToString(from, Math.Min(20, Text.Length - from)).IndexOf(' ', StringComparison.Ordinal) is var end and > 0)
            {
                Places.Add((Text.ToString(from, end), _map!.LocationAt(from + end - 1).Path));
                from += end + 1;
            }
        }

        public void End() => Ended++;

        private int LastWordStart()
        {
            var start = Text.Length;
            while (start > 0 && Text[start - 1] != ' ')
            {
                start--;
            }

            return start;
        }
    }

    private sealed class PairNames : IPlaceNames
    {
        public ReadOnlySpan<byte> KeyOf(long major, long minor) => default;

        public TextLocation LocationOf(long major, long minor, string? entry) => new(Path: $"{major}/{minor}", Entry: entry);
    }
}
