namespace DlpDashboard.Detection.Checks;

/// <summary>German insurance numbers: a letter counts as its place in the alphabet in two digits, and products are summed digit by digit.</summary>
internal static class LetteredNumber
{
    /// <summary>The sum of the digits of all products.</summary>
    /// <param name="value">Digits with one letter.</param>
    /// <param name="letterAt">Where the letter is.</param>
    /// <param name="weights">One for each digit, two for the letter.</param>
    public static int Sum(ReadOnlySpan<byte> value, int letterAt, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (int i = 0, at = 0; i < weights.Length; i++)
        {
            var place = value[letterAt] - 'A' + 1;
            var digit = i == letterAt ? place / 10 : i == letterAt + 1 ? place % 10 : value[at] - '0';
            at += i == letterAt ? 0 : 1;
            var product = digit * weights[i];
            sum += (product / 10) + (product % 10);
        }

        return sum;
    }
}
