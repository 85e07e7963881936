using System.Globalization;
using System.Text;
using DlpDashboard.Detection.Matching;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// How an issuer writes a token: characters and classes in the language of <see cref="Fingerprint"/>, each with how often it stands: <c>glpat-[\w\-]{20,64}</c>.
/// Reading takes as much as each part allows and never goes back, so a part must not begin with what the part before may end with, unless that has a fixed length.
/// </summary>
internal sealed class TokenForm
{
    private const int ShortestPart = 8;

    private readonly List<Part> _parts = [];

    private TokenForm(string row) => Row = row;

    /// <summary>As it is written.</summary>
    public string Row { get; }

    /// <summary>What stands at its first places, for the matcher: up to the first part whose length varies.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>How many of its characters stand before its anchor: a long part drawn at random in front is found by what follows it.</summary>
    public int Before { get; private set; }

    /// <summary>Reads the row.</summary>
    public static TokenForm Parse(string row)
    {
        var form = new TokenForm(row);
        var fingerprint = new StringBuilder(@"\W|");
        var isFixed = true;
        for (var at = 0; at < row.Length;)
        {
            var from = at;
            var set = Matching.Fingerprint.ReadClass(row, ref at, anyCase: false);
            var text = row[from..at];
            var (least, most) = ReadTimes(row, ref at);
            form._parts.Add(new Part(set, least, most));
            if (from == 0 && least == most && least >= ShortestPart && set.Count > 1)
            {
                form.Before = least;
                fingerprint.Clear().Append(text).Append('|');
                continue;
            }

            if (isFixed && least > 0)
            {
                fingerprint.Append(text).Append(CultureInfo.InvariantCulture, $"{{{least}}}");
            }

            isFixed &= least == most;
        }

        form.Fingerprint = fingerprint.ToString();
        return form;
    }

    /// <summary>Reads a token.</summary>
    /// <param name="candidate">The text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="random">Where its longest part that is drawn at random begins, and how long it is.</param>
    /// <returns>One past its last byte, or -1.</returns>
    public int Read(in Candidate candidate, int start, out (int Start, int Length) random)
    {
        random = default;
        var at = start;
        foreach (var part in _parts)
        {
            var from = at;
            while (at - from < part.Most && part.Set.Holds(candidate.At(at)))
            {
                at++;
            }

            if (at - from < part.Least)
            {
                return -1;
            }

            if (part.Most >= ShortestPart && at - from > random.Length)
            {
                random = (from, at - from);
            }
        }

        // A longer run is another kind of token, or none.
        return _parts[^1].Set.Holds(candidate.At(at)) || Ascii.IsWord(candidate.At(at)) ? -1 : at;
    }

    /// <summary>By place of a token that meets the form what may stand there.</summary>
    public ByteSet[] SetsOf(in Candidate token)
    {
        var sets = new ByteSet[token.Text.Length];
        var at = 0;
        foreach (var part in _parts)
        {
            for (var from = at; at - from < part.Most && at < sets.Length && part.Set.Holds(token.At(at)); at++)
            {
                sets[at] = part.Set;
            }
        }

        return sets;
    }

    /// <summary>A token of this form for samples: the same for the same seed.</summary>
    /// <param name="seed">Which one.</param>
    /// <param name="longer">Characters more, or fewer, than the last part takes.</param>
    public string Sample(int seed, int longer = 0)
    {
        var text = new StringBuilder();
        for (var index = 0; index < _parts.Count; index++)
        {
            var (set, least, most) = _parts[index];
            var letters = Enumerable.Range(33, 94).Where(value => set.Holds((byte)value)).Select(value => (char)value).ToArray();
            var times = (index == _parts.Count - 1 && longer > 0 ? most : least) + (index == _parts.Count - 1 ? longer : 0);
            for (var i = 0; i < times; i++)
            {
                text.Append(letters[(int)(Scattered((uint)((seed * 1009) + (index * 131) + i)) % (uint)letters.Length)]);
            }
        }

        return text.ToString();
    }

    private static (int Least, int Most) ReadTimes(string row, ref int at)
    {
        if (at >= row.Length || row[at] != '{')
        {
            return (1, 1);
        }

        var close = row.IndexOf('}', at);
        var times = row[(at + 1)..close].Split(',');
        at = close + 1;
        return (int.Parse(times[0], CultureInfo.InvariantCulture), int.Parse(times[^1], CultureInfo.InvariantCulture));
    }

    // The finisher of MurmurHash3 (public domain): neighbours come out far apart.
    private static uint Scattered(uint value)
    {
        value = (value ^ (value >> 16)) * 0x85EBCA6B;
        value = (value ^ (value >> 13)) * 0xC2B2AE35;
        return value ^ (value >> 16);
    }

    private readonly record struct Part(ByteSet Set, int Least, int Most);
}
