namespace DlpDashboard.Samples;

/// <summary>Numbers that look random and are the same on every machine and in every version (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>One of several.</summary>
    public T Of<T>(T[] choices) => choices[Below(choices.Length)];

    /// <summary>A number of so many digits, leading zeros included.</summary>
    public string Digits(int count) => string.Create(count, this, (text, dice) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)('0' + dice.Below(10));
        }
    });

    /// <summary>So many characters of an alphabet.</summary>
    public string Text(int count, string alphabet) => string.Create(count, (this, alphabet), (text, state) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = state.alphabet[state.Item1.Below(state.alphabet.Length)];
        }
    });
}
