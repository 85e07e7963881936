using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DlpDashboard.Posture.Access;
using DlpDashboard.Samples;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Posture;

/// <summary>
/// Policies whose parts are shuffled, doubled, cut and swapped: judged without failing and in time. Twenty thousand in each run; as many as
/// <c>DLP_FUZZ_POLICIES</c> says with scripts/fuzz-policies.sh.
/// </summary>
[Collection(MeasuredAlone.Name)]
public sealed class PolicyFuzzTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly string[] Effects = ["Allow", "Deny", "Permit", ""];
    private static readonly string[] Principals = ["\"*\"", "{\"AWS\":\"*\"}", "{\"AWS\":[\"111122223333\",\"arn:aws:iam::444455556666:root\"]}", "{\"Service\":\"s3.amazonaws.com\"}", "{\"Federated\":\"x\"}", "[]", "7", "{\"AWS\":{}}"];
    private static readonly string[] Actions = ["\"s3:*\"", "[\"s3:GetObject\",\"s3:List*\"]", "\"*\"", "\"s3:????????????????*\"", "[]", "null", "\"S3:gEtObJeCt\"", "[[\"s3:x\"]]", "\"***************************************?\""];
    private static readonly string[] Resources = ["\"arn:aws:s3:::shop/*\"", "\"*\"", "[\"arn:aws:s3:::shop\",\"arn:aws:s3:::shop/*\"]", "\"arn:aws:s3:::shop/${aws:username}/*\"", "{}", "\"arn:aws:s3:::*a*a*a*a*a*a*a*a*a*b\""];
    private static readonly string[] Operators =
        ["Bool", "BoolIfExists", "StringEquals", "stringlike", "ForAllValues:StringEquals", "ForAnyValue:StringLike", "IpAddress", "NotIpAddressIfExists", "Null", "NumericLessThan", "DateGreaterThan", "ArnLike", "StringIs", "ForAllValues:", ":"];

    private static readonly string[] Keys = ["aws:SecureTransport", "aws:SourceIp", "AWS:PRINCIPALORGID", "aws:username", "s3:prefix", "s3:TlsVersion", "aws:CurrentTime", "aws:SourceVpce", "x", "", "aws:PrincipalTag/a", "s3:ExistingObjectTag/x", "aws:Referer"];
    private static readonly string[] Values =
        ["\"true\"", "\"0.0.0.0/0\"", "[\"203.0.113.0/24\",\"::/0\"]", "\"o-*\"", "7", "true", "null", "[]", "\"2026-01-01T00:00:00Z\"", "\"999999999999999999\"", "\"1e999999\"", "\"10.0.0.0/99\"", "\"/\"", "\"arn:aws:iam::1:role/*\""];

    [Fact]
    public void Mutated_policies_are_judged_without_failing_and_in_time()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("DLP_FUZZ_POLICIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 20_000;
        var dice = new Dice(41);
        var longest = TimeSpan.Zero;
        for (var round = 0; round < count; round++)
        {
            var text = Policy(dice);
            if (Parsed(text) is not { } policy)
            {
                continue;
            }

            var begun = Stopwatch.GetTimestamp();
            var verdict = S3Access.Judge(Bucket(policy), Now);
            var took = Stopwatch.GetElapsedTime(begun);
            longest = took > longest ? took : longest;
            Assert.True(took < TimeSpan.FromSeconds(5), $"{took.TotalSeconds:0.0} s: {text}");
            Assert.All(verdict.AnonymousAccess, access => Assert.Contains(access, new[] { "list", "read", "write" }));
        }

        if (Environment.GetEnvironmentVariable("DLP_FUZZ_REPORT") is { Length: > 0 } report)
        {
            File.WriteAllText(report, string.Create(CultureInfo.InvariantCulture, $"{count} policies, none failed; the slowest took {longest.TotalMilliseconds:0.0} ms\n"));
        }
    }

    [Fact]
    public void A_policy_of_twenty_kilobytes_is_judged_right()
    {
        var statements = new StringBuilder("{\"Version\":\"2012-10-17\",\"Statement\":[");
        for (var number = 0; statements.Length < 20_000; number++)
        {
            statements.Append(CultureInfo.InvariantCulture, $$"""{"Sid":"S{{number}}","Effect":"{{(number % 5 == 4 ? "Deny" : "Allow")}}","Principal":{"AWS":"arn:aws:iam::{{111122220000 + number}}:root"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::shop/{{number}}/*"},""");
        }

        statements.Append("""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/open/*"},{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""");
        var policy = Parsed(statements.ToString())!.Value;
        var report = Environment.GetEnvironmentVariable("DLP_FUZZ_REPORT");
        var fastest = TimeSpan.MaxValue;

        // Measured with scripts/fuzz-policies.sh alone: the fastest of many.
        for (var round = 0; round < (report is { Length: > 0 } ? 5000 : 1); round++)
        {
            var begun = Stopwatch.GetTimestamp();
            Assert.Equal(["read"], S3Access.Judge(Bucket(policy), Now).AnonymousAccess);
            var took = Stopwatch.GetElapsedTime(begun);
            fastest = took < fastest ? took : fastest;
        }

        if (report is { Length: > 0 })
        {
            File.WriteAllText(report + ".20k", string.Create(CultureInfo.InvariantCulture, $"{statements.Length} bytes: {fastest.TotalMilliseconds:0.000} ms\n"));
        }
    }

    private static S3Bucket Bucket(JsonElement policy) => new("123456789012", "shop", policy, [], null, new PublicBlocks(false, false, false, false));

    private static JsonElement? Parsed(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Policy(Dice dice)
    {
        var statements = string.Join(',', Enumerable.Range(0, 1 + dice.Below(6)).Select(_ => Statement(dice)));
        var text = dice.Below(4) == 0 ? $"{{\"Statement\":{statements}}}" : $"{{\"Version\":\"2012-10-17\",\"Statement\":[{statements}]}}";
        if (dice.Below(10) > 0)
        {
            return text;
        }

        var damaged = text.ToCharArray();
        damaged[dice.Below(damaged.Length)] = "{}[]\":,*?$/x0A"[dice.Below(14)];
        return new string(damaged);
    }

    private static string Statement(Dice dice)
    {
        var parts = new List<string> { $"\"Effect\":\"{One(dice, Effects, 3)}\"" };
        parts.Add($"\"{(dice.Below(6) == 0 ? "NotPrincipal" : "Principal")}\":{One(dice, Principals, 3)}");
        parts.Add($"\"{(dice.Below(6) == 0 ? "NotAction" : "Action")}\":{One(dice, Actions, 3)}");
        parts.Add($"\"{(dice.Below(6) == 0 ? "NotResource" : "Resource")}\":{One(dice, Resources, 3)}");
        if (dice.Below(2) == 0)
        {
            parts.Add($"\"Condition\":{{{string.Join(',', Enumerable.Range(0, 1 + dice.Below(4)).Select(_ => $"\"{One(dice, Operators, 12)}\":{{\"{One(dice, Keys, 12)}\":{One(dice, Values, 12)}}}"))}}}");
        }

        if (dice.Below(20) == 0)
        {
            parts.RemoveAt(dice.Below(parts.Count));
        }

        return $"{{{string.Join(',', parts.OrderBy(_ => dice.Below(1000)))}}}";
    }

    // Mostly the usual ones, which come first.
    private static string One(Dice dice, string[] from, int usual) => from[dice.Below(dice.Below(4) == 0 ? from.Length : Math.Min(usual, from.Length))];
}
