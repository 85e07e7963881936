using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Matching;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// Tokens that an issuer begins with letters of its own: one class a detector names the forms, everything else is the same. A token counts where a form is met to
/// its last character, its random part is random, and no word in it says that it is an example.
/// </summary>
internal abstract class TokenRule : DetectorRule
{
    private readonly TokenForm[] _forms;

    /// <param name="forms">How the issuer writes them, in the language of <see cref="TokenForm"/>.</param>
    protected TokenRule(params string[] forms) => _forms = [.. forms.Select(TokenForm.Parse)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fingerprints => [.. _forms.Select(form => form.Fingerprint)];

    /// <summary>Bits of entropy a byte that the random part has at least: 3 where it is of letters and digits, less where it is hexadecimal or short.</summary>
    protected virtual double LeastEntropy => 3;

    /// <inheritdoc/>
    public override bool Verify(ref Candidate candidate)
    {
        var random = (Start: 0, Length: 0);
        foreach (var form in _forms)
        {
            var start = candidate.Anchor - form.Before;
            var end = start < 0 || Ascii.IsWord(candidate.At(start - 1)) ? -1 : form.Read(candidate, start, out random);
            if (end > 0)
            {
                return IsDrawn(candidate.Slice(random.Start, random.Start + random.Length)) && Weigh(ref candidate, start, end);
            }
        }

        return false;
    }

    /// <summary>By place of a token what its form lets stand there; null where no form is met.</summary>
    internal ByteSet[]? SetsOf(ReadOnlySpan<byte> token)
    {
        var candidate = new Candidate { Text = token };
        foreach (var form in _forms)
        {
            if (form.Read(candidate, 0, out _) == token.Length)
            {
                return form.SetsOf(candidate);
            }
        }

        return null;
    }

    /// <summary>Takes the token, or not; a rule with a check of its own looks here.</summary>
    protected virtual bool Weigh(ref Candidate candidate, int start, int end) => candidate.Accept(start, end, 0.95, 0.98, ReasonFlags.Structure | ReasonFlags.Issuer | ReasonFlags.Entropy);

    /// <summary>A row of the catalogue whose samples are made from the forms.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name.</param>
    /// <param name="source">Where the forms come from.</param>
    /// <param name="words">Words that support it.</param>
    protected Detector Token(string id, string name, string source, params IReadOnlyList<string> words) => new()
    {
        Id = id,
        Name = name,
        Category = "secret",
        Region = "world",
        Validation = "prefix, alphabet, length and randomness",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = [.. words, "token", "api key", "secret", "authorization"],
        Claim = Claim.Token,
        Mask = MaskStyle.TokenPrefix,
        Source = source,
        TrueSamples = [.. Trues()],
        FalseSamples = [.. Falses()],
    };

    private IEnumerable<string> Trues()
    {
        string[] around = ["{0}", "key = {0}", "\"{0}\"", "export TOKEN={0}\n", "<t>{0}</t>"];
        return Enumerable.Range(0, Math.Max(around.Length, _forms.Length))
            .Select(i => around[i % around.Length].Replace("{0}", _forms[i % _forms.Length].Sample(i + 1), StringComparison.Ordinal));
    }

    private IEnumerable<string> Falses() => _forms.SelectMany(form => new[]
    {
        form.Sample(1, longer: -1), form.Sample(2, longer: 1), "x" + form.Sample(3), form.Sample(4)[..^1] + "é", form.Sample(5).Insert(form.Sample(5).Length / 2, " "),
    });

    private bool IsDrawn(ReadOnlySpan<byte> random) => Randomness.Entropy(random) >= LeastEntropy && !Placeholder.Is(random);
}
