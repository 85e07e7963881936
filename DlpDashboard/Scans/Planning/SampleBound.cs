namespace DlpDashboard.Scans.Planning;

/// <summary>
/// What a sample in which nothing was found says of all objects: the most that may hold something and still be missed so by chance in one case
/// of twenty (or whatever the confidence says). Exact for draws without putting back: the largest K with
/// <c>C(N−K, n) / C(N, n) ≥ 1 − confidence</c>, the one-sided hypergeometric bound; beyond <see cref="MostSteps"/> steps the binomial one
/// <c>1 − (1 − confidence)^(1/n)</c>, which is never lower (C. Clopper, E. Pearson, Biometrika 26, 1934, with no hit). For 95 % and small shares
/// both come near 3/n, the rule of three (J. Hanley, A. Lippman-Hand, JAMA 249, 1983).
/// It holds for what was read: where only the first bytes of objects were, it says nothing of the rest of them.
/// </summary>
/// <param name="Objects">All objects that the sample was drawn from (N).</param>
/// <param name="Looked">Those that were looked at (n).</param>
/// <param name="Confidence">How sure, between 0 and 1.</param>
/// <param name="AtMost">At most this many objects hold something (K).</param>
public sealed record SampleBound(long Objects, long Looked, double Confidence, long AtMost)
{
    /// <summary>How sure a bound is where nothing else is asked for.</summary>
    public const double UsualConfidence = 0.95;

    /// <summary>Longest exact reckoning.</summary>
    public const int MostSteps = 2_000_000;

    /// <summary>The bound as a share of all objects, from 0 to 1.</summary>
    public double Share => Objects == 0 ? 0 : (double)AtMost / Objects;

    /// <summary>The bound as a share of those that were not looked at, from 0 to 1: in the others nothing was found.</summary>
    public double ShareOfRest => Objects == Looked ? 0 : (double)AtMost / (Objects - Looked);

    /// <summary>The bound of a sample in which nothing was found.</summary>
    /// <param name="objects">All objects; not negative.</param>
    /// <param name="looked">Those looked at; from 0 to <paramref name="objects"/>.</param>
    /// <param name="confidence">How sure; above 0 and below 1.</param>
    public static SampleBound OfClean(long objects, long looked, double confidence = UsualConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(objects);
        ArgumentOutOfRangeException.ThrowIfNegative(looked);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(looked, objects);
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        }

        return new SampleBound(objects, looked, confidence, looked == 0 ? objects : Exact(objects, looked, confidence) ?? Binomial(objects, looked, confidence));
    }

    private static long? Exact(long objects, long looked, double confidence)
    {
        var leastChance = 1 - confidence;
        var unseen = objects - looked;
        var chance = 1.0;
        for (long affected = 0; affected < MostSteps; affected++)
        {
            // The chance that the sample misses one more affected object too.
            chance *= (double)(unseen - affected) / (objects - affected);
            if (affected == unseen || chance < leastChance)
            {
                return affected;
            }
        }

        return null;
    }

    private static long Binomial(long objects, long looked, double confidence) =>
        Math.Min(objects - looked, (long)Math.Ceiling(objects * (1 - Math.Exp(Math.Log(1 - confidence) / looked))));
}
