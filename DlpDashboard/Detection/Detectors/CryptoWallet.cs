using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Addresses of digital money: Bitcoin, Litecoin, Dogecoin, Dash and Tron with the check of base 58, Bitcoin and Litecoin of segregated witness with that of
/// BIP 173 and 350, Ethereum with the capitals of EIP-55. An Ethereum address in one case has no check.
/// </summary>
internal sealed class CryptoWallet : DetectorRule
{
    private const int Shortest58 = 26, Longest58 = 35, LongestWitness = 90, EthereumDigits = 40;

    public override Detector Describe() => new()
    {
        Id = "crypto-wallet",
        Name = "Cryptocurrency address",
        Category = "financial",
        Region = "world",
        Validation = "base 58 with double SHA-256, bech32 and bech32m, EIP-55 capitals",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.Medium,
        ContextWords = ["wallet", "bitcoin", "btc", "ethereum", "eth", "crypto", "litecoin", "ltc", "dogecoin", "doge", "tron", "usdt", "address", "satoshi", "erc20", "deposit address"],
        Claim = Claim.CheckedAccount,
        Mask = MaskStyle.FirstAndLastFour,
        Source = "BIP 13, BIP 173, BIP 350, EIP-55",
        TrueSamples =
        [
            "btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "pay 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy now", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "eth: 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "wallet 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359",
        ],
        FalseSamples =
        [
            "btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN0", "x3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
            "0x0000000000000000000000000000000000000000", "bc1qw508d6Qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => [@"\W|[13LMDXT][1-9A-HJ-NP-Za-km-z]{16}", @"(?i)\W|bc1[02-9ac-hj-np-z]{14}", @"(?i)\W|ltc1[02-9ac-hj-np-z]{12}", @"\W|0x[0-9a-fA-F]{15}"];

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        var end = start;
        while (end - start <= LongestWitness && Ascii.IsLetterOrDigit(candidate.At(end)))
        {
            end++;
        }

        candidate.Work += end - start;
        if (end - start is < Shortest58 or > LongestWitness || candidate.At(end) == (byte)'_')
        {
            return false;
        }

        var value = candidate.Slice(start, end);
        return (value[0] == (byte)'0' && Ethereum(ref candidate, value)) || (value.Length <= Longest58 && IsBase58(value) && candidate.Accept(start, end, 0.95, 0.99, ReasonFlags.Checksum | ReasonFlags.Issuer))
            || (value.Length > Longest58 && IsWitness(value) && candidate.Accept(start, end, 0.95, 0.99, ReasonFlags.Checksum | ReasonFlags.Issuer));
    }

    private static bool IsBase58(ReadOnlySpan<byte> value)
    {
        foreach (var sign in value)
        {
            if (!Base58.Has(sign))
            {
                return false;
            }
        }

        return (value[0], Base58.VersionOf(value)) is ((byte)'1', 0) or ((byte)'3', 5) or ((byte)'L', 48) or ((byte)'M', 50) or ((byte)'D', 30) or ((byte)'X', 76) or ((byte)'T', 65);
    }

    private static bool IsWitness(ReadOnlySpan<byte> value)
    {
        // One case throughout.
        var human = value.IndexOf((byte)'1');
        return human is 2 or 3 && (value.IndexOfAnyInRange((byte)'a', (byte)'z') < 0 || value.IndexOfAnyInRange((byte)'A', (byte)'Z') < 0) && Bech32.IsValid(value, human);
    }

    private static bool Ethereum(ref Candidate candidate, ReadOnlySpan<byte> value)
    {
        if (value.Length != EthereumDigits + 2 || value[1] != (byte)'x' || !Randomness.IsHex(value[2..]) || Randomness.Entropy(value[2..]) < 2)
        {
            return false;
        }

        var isMixed = value[2..].IndexOfAnyInRange((byte)'a', (byte)'f') >= 0 && value[2..].IndexOfAnyInRange((byte)'A', (byte)'F') >= 0;
        if (!isMixed)
        {
            return candidate.Accept(candidate.Anchor, candidate.Anchor + value.Length, 0.35, 0.85, ReasonFlags.Structure);
        }

        return HasItsCapitals(value[2..]) && candidate.Accept(candidate.Anchor, candidate.Anchor + value.Length, 0.95, 0.99, ReasonFlags.Checksum);
    }

    private static bool HasItsCapitals(ReadOnlySpan<byte> digits)
    {
        Span<byte> lower = stackalloc byte[EthereumDigits];
        Span<byte> hash = stackalloc byte[32];
        for (var i = 0; i < digits.Length; i++)
        {
            lower[i] = Ascii.ToLower(digits[i]);
        }

        Keccak256.Hash(lower, hash);
        for (var i = 0; i < digits.Length; i++)
        {
            var half = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 15;
            if (!Ascii.IsDigit(digits[i]) && Ascii.IsUpper(digits[i]) != half > 7)
            {
                return false;
            }
        }

        return true;
    }
}
