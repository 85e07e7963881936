using System.Buffers;
using System.Buffers.Text;
using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// JSON web tokens, RFC 7519 in compact form: three parts of base64url, the first a JSON object that names an algorithm, the second one too. The parts are
/// capped, and a token begins only where no token character stands before, so a run is read once however often its beginning repeats in it.
/// </summary>
internal sealed class Jwt : DetectorRule
{
    private const int LongestHeader = 2048, LongestPayload = 8192, LongestSignature = 1024;

    public override Detector Describe() => new()
    {
        Id = "jwt",
        Name = "JSON web token",
        Category = "secret",
        Region = "world",
        Validation = "three parts, header and payload are JSON, the header names an algorithm",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.High,
        ContextWords = ["jwt", "bearer", "token", "authorization", "access token", "id token", "session"],
        Claim = Claim.Token,
        Mask = MaskStyle.TokenPrefix,
        TrueSamples =
        [
            Sample("""{"alg":"HS256","typ":"JWT"}""", """{"sub":"42"}"""), "Authorization: Bearer " + Sample("""{"typ":"JWT","alg":"RS256","kid":"k1"}""", """{"iss":"shop","exp":2000000000}"""),
            "token=" + Sample("""{"alg":"ES256"}""", """{"a":[1,2,{"b":null}]}"""), "\"" + Sample("""{"alg":"none"}""", """{"x":true}""") + "\"", "(" + Sample("""{"alg":"PS512"}""", """{}""" + " ") + ")",
        ],
        FalseSamples =
        [
            Sample("""{"typ":"JWT"}""", """{"sub":"42"}"""), Sample("""{"alg":"HS256","typ":"JWT""", """{"sub":"42"}"""), Sample("""{"alg":"HS256"}""", "no json"),
            "eyJhbGciOiJIUzI1NiJ9", "x" + Sample("""{"alg":"HS256"}""", """{"sub":"42"}"""), "eyJ-eyJ-eyJ-",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => [@"[^\w\-]|ey[JA-Z][A-Za-z0-9_\-]{9}"];

    public override int Ahead => LongestHeader + LongestPayload + LongestSignature + ContextAfter + 8;

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        var header = Base64Run.UrlEnd(candidate.Text, start, LongestHeader + 1);
        candidate.Work += header - start;
        if (candidate.At(header) != (byte)'.' || header - start > LongestHeader || !IsObject(candidate.Slice(start, header), "alg"u8))
        {
            return false;
        }

        var payload = Base64Run.UrlEnd(candidate.Text, header + 1, LongestPayload + 1);
        candidate.Work += payload - header;
        if (candidate.At(payload) != (byte)'.' || payload - header > LongestPayload || !BeginsObject(candidate.Slice(header + 1, payload)))
        {
            return false;
        }

        var end = Base64Run.UrlEnd(candidate.Text, payload + 1, LongestSignature + 1);
        if (end - payload > LongestSignature)
        {
            return false;
        }

        var isSigned = end - payload > 20;
        return candidate.Accept(start, end, isSigned ? 0.95 : 0.6, isSigned ? 0.98 : 0.7, ReasonFlags.Structure);
    }

    private static bool IsObject(ReadOnlySpan<byte> part, ReadOnlySpan<byte> property)
    {
        Span<byte> json = stackalloc byte[LongestHeader];
        return Base64Url.DecodeFromUtf8(part, json, out _, out var written) == OperationStatus.Done && JsonText.IsObjectWith(json[..written], property);
    }

    private static bool BeginsObject(ReadOnlySpan<byte> part)
    {
        Span<byte> json = stackalloc byte[12];
        var taken = Math.Min(part.Length, 16) & ~3;
        return part.Length > 1 && part.Length % 4 != 1
            && Base64Url.DecodeFromUtf8(taken == 0 ? part : part[..taken], json, out _, out var written) == OperationStatus.Done
            && written >= 2 && json[0] == (byte)'{' && json[1] is (byte)'"' or (byte)'}' or (byte)' ' or (byte)'\n' or (byte)'\r';
    }

    private static string Sample(string header, string payload) =>
        Encode(header) + "." + Encode(payload) + "." + Encode("this is a signature of some length");

    private static string Encode(string text) => Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
}
