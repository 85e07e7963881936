using System.Text.Json;
using DlpDashboard.Posture.Access;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Posture;

/// <summary>A line a case: what a bucket's policy, lists and blocks come to. <c>B</c> stands for the bucket, <c>P</c> for everybody.</summary>
public sealed class S3AccessTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("""A * s3:GetObject B/*""", true, "read")]
    [InlineData("""A * s3:ListBucket B""", true, "list")]
    [InlineData("""A * s3:* B,B/*""", true, "list read write")]
    [InlineData("""A * * *""", true, "list read write")]
    [InlineData("""A * s3:PutObject B/in/*""", true, "write")]
    [InlineData("""A * s3:GetBucketLocation B""", true, "")]
    [InlineData("""A * s3:CreateBucket B""", false, "")]
    [InlineData("""A 111122223333 s3:GetObject B/*""", false, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObject B/*""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/*""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D 111122223333 s3:* B,B/*""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObject B/secret/*""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObject B/* {"Bool":{"aws:SecureTransport":"false"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObject B/* {"Bool":{"aws:SecureTransport":["false","true"]}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObject B/* {"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"ipaddress":{"AWS:sourceip":"203.0.113.0/24"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":["203.0.113.0/24","0.0.0.0/1"]}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"2001:db8::/48"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:PrincipalOrgID":"o-abc1234567"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringLike":{"aws:PrincipalOrgID":"o-*"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-abc1234567"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"ForAllValues:StringEquals":{"aws:PrincipalOrgID":"o-abc1234567"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"ForAnyValue:StringEquals":{"aws:PrincipalOrgID":"o-abc1234567"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:username":"zoe"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringLike":{"aws:SourceVpce":"vpce-*"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:SourceAccount":"111122223333"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"ArnLike":{"aws:SourceArn":"arn:aws:cloudfront::111122223333:distribution/*"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"ArnLike":{"aws:SourceArn":"arn:aws:cloudfront::*:distribution/*"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/reader"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"Null":{"aws:PrincipalAccount":"true"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"Null":{"aws:PrincipalAccount":"false"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"StringLike":{"aws:Referer":"https://shop.test/*"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"Bool":{"aws:SecureTransport":true}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"DateLessThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"DateGreaterThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"NumericLessThan":{"s3:TlsVersion":"1.2"}}""", true, "read")]
    [InlineData("""A * s3:ListBucket B {"StringLike":{"s3:prefix":"public/*"}}""", true, "list")]
    [InlineData("""A * s3:PutObject B/* {"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control"}}""", true, "write")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:userid":"AROAEXAMPLEID:zoe"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringLike":{"aws:userid":"AROAEXAMPLEID:*"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:PrincipalType":"Anonymous"}}""", true, "read")]
    [InlineData("""A !111122223333 s3:GetObject B/*""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D !111122223333 s3:* B,B/*""", true, "")]
    [InlineData("""A * !s3:PutObject,s3:DeleteObject* B,B/*""", true, "list read write")]
    [InlineData("""A * s3:GetObject !B/secret/*""", true, "read")]
    [InlineData("""A * S3:getobject B/*""", true, "read")]
    [InlineData("""A * s3:Get?bject B/*""", true, "read")]
    [InlineData("""A * s3:GetObjectVersion B/*""", true, "read")]
    [InlineData("""A * s3:ListBucketVersions B""", true, "list")]
    [InlineData("""A * s3:DeleteObject B/*""", true, "write")]
    [InlineData("""A * s3:PutBucketPolicy B""", true, "write")]
    [InlineData("""A * s3:RestoreObject B/*""", true, "")]
    [InlineData("""A * s3:Get* B/*""", true, "read")]
    [InlineData("""A * s3:List* B""", true, "list")]
    [InlineData("""A * s3:*Object B/*""", true, "read write")]
    [InlineData("""A * s3:GetObject B""", true, "")]
    [InlineData("""A * s3:ListBucket B/*""", true, "")]
    [InlineData("""A * s3:GetObject B/a/* | A * s3:ListBucket B | A * s3:PutObject B/in/*""", true, "list read write")]
    [InlineData("""D * s3:* B,B/*""", false, "")]
    [InlineData("""D * s3:* B,B/* {"Bool":{"aws:SecureTransport":"false"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObjectVersion B/*""", true, "read")]
    [InlineData("""A * s3:Get* B/* | D * s3:GetObject,s3:GetObjectVersion B/*""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * !s3:ListBucket B,B/*""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:GetObject !B/open/*""", true, "read")]
    [InlineData("""A * s3:GetObject B/open/*,B/* | D * s3:GetObject !B/open/*""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"StringNotEquals":{"aws:PrincipalOrgID":"o-abc1234567"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-abc1234567"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"StringEquals":{"aws:PrincipalOrgID":"o-abc1234567"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"Null":{"aws:PrincipalArn":"true"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"StringNotEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"StringNotEqualsIfExists":{"aws:SourceVpce":"vpce-1a2b3c4d"},"NotIpAddressIfExists":{"aws:SourceIp":"203.0.113.0/24"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"Bool":{"aws:MultiFactorAuthPresent":"false"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"StringNotLike":{"aws:Referer":"https://shop.test/*"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"NumericLessThan":{"s3:TlsVersion":"1.2"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"NumericGreaterThanEquals":{"s3:TlsVersion":"1.0"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* | D * s3:* B,B/* {"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/x"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":["203.0.113.0/24","198.51.100.0/24"]}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"IpAddressIfExists":{"aws:SourceIp":"203.0.113.0/24"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"64.0.0.0/7"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"2001::/16"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"0.0.0.0/0"},"StringEquals":{"aws:PrincipalOrgID":"o-abc1234567"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"IpAddress":{"aws:SourceIp":"0.0.0.0/0"},"Bool":{"aws:SecureTransport":"true"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:PrincipalAccount":["111122223333","444455556666"]}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringLike":{"aws:PrincipalAccount":"11112222*"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"StringEqualsIgnoreCase":{"aws:PrincipalOrgID":"O-ABC1234567"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-abc1234567/r-ab12/ou-x/*"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:SourceVpc":"vpc-1a2b3c4d"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringNotEquals":{"aws:SourceVpc":"vpc-1a2b3c4d"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"s3:DataAccessPointAccount":"111122223333"}}""", false, "")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"s3:ExistingObjectTag/open":"yes"}}""", true, "read")]
    [InlineData("""A * s3:PutObject B/* {"StringEquals":{"s3:x-amz-server-side-encryption":"aws:kms"}}""", true, "write")]
    [InlineData("""A * s3:PutObject B/* {"StringEquals":{"s3:x-amz-server-side-encryption-aws-kms-key-id":"arn:aws:kms:eu-west-1:111122223333:key/x"}}""", false, "write")]
    [InlineData("""A * s3:ListBucket B {"StringEquals":{"s3:prefix":["","home/"],"s3:delimiter":"/"}}""", true, "list")]
    [InlineData("""A * s3:ListBucket B {"NumericLessThanEquals":{"s3:max-keys":"10"}}""", true, "list")]
    [InlineData("""A * s3:GetObject B/* {"DateGreaterThan":{"aws:CurrentTime":"2025-01-01T00:00:00Z"},"DateLessThan":{"aws:CurrentTime":"2027-01-01T00:00:00Z"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"DateLessThan":{"aws:EpochTime":"1600000000"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"s3:authType":"REST-QUERY-STRING"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"StringNotEquals":{"aws:PrincipalType":"Anonymous"}}""", true, "")]
    [InlineData("""A * s3:GetObject B/* {"Bool":{"aws:ViaAWSService":"false"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:ResourceAccount":"123456789012"}}""", true, "read")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:ResourceAccount":"444455556666"}}""", true, "")]
    [InlineData("""A 111122223333 s3:* B,B/* | A * s3:ListBucket B""", true, "list")]
    [InlineData("""A !* s3:GetObject B/*""", false, "")]
    public void A_policy_comes_to(string policy, bool isPublic, string anonymous)
    {
        var verdict = S3Access.Judge(Bucket(Policy(policy)), Now);
        Assert.Equal(isPublic, verdict.IsPublic);
        Assert.Equal(anonymous, string.Join(' ', verdict.AnonymousAccess));
        Assert.All(verdict.Reasons.Concat(verdict.Unknown), reason => Assert.EndsWith(".", reason.Text, StringComparison.Ordinal));
        Assert.Empty(verdict.Unknown);
    }

    [Theory]
    [InlineData("""A 444455556666,arn:aws:iam::777788889999:role/x,123456789012 s3:GetObject B/*""", "444455556666 777788889999")]
    [InlineData("""A * s3:GetObject B/* {"StringEquals":{"aws:PrincipalAccount":["444455556666","123456789012"]}}""", "444455556666")]
    [InlineData("""A 444455556666 s3:GetObject B/* | D 444455556666 s3:* B,B/*""", "")]
    [InlineData("""A 444455556666 s3:GetObject B/* | D * s3:* B,B/* {"StringNotEquals":{"aws:PrincipalAccount":"123456789012"}}""", "")]
    [InlineData("""A 444455556666 s3:GetObject B/* | D arn:aws:iam::444455556666:user/zoe s3:* B,B/*""", "444455556666")]
    [InlineData("""A AIDAEXAMPLE s3:GetObject B/*""", "")]
    public void Other_accounts_are_named(string policy, string accounts) =>
        Assert.Equal(accounts, string.Join(' ', S3Access.Judge(Bucket(Policy(policy)), Now).CrossAccount));

    [Theory]
    [InlineData("""{"Version":"2012-10-17"}""", "no Statement")]
    [InlineData("""{"Statement":{"Effect":"Permit","Principal":"*","Action":"s3:*","Resource":"*"}}""", "neither Allow nor Deny")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*","Condition":{"StringIs":{"aws:username":"x"}}}]}""", "operator \"StringIs\"")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}/*"}]}""", "variable")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::*:root"},"Action":"s3:GetObject","Resource":"*"}]}""", "arn:aws:iam::*:root")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:Weather":"fair"}}}]}""", "aws:Weather")]
    [InlineData("""{"Statement":[7]}""", "no object")]
    public void What_is_not_understood_is_said(string policy, string about)
    {
        var verdict = S3Access.Judge(Bucket(JsonDocument.Parse(policy).RootElement), Now);
        Assert.Contains(verdict.Unknown, reason => reason.Text.Contains(about, StringComparison.Ordinal));
        Assert.Empty(verdict.AnonymousAccess);
    }

    [Theory]
    [InlineData("AllUsers READ", null, false, true, "list")]
    [InlineData("AllUsers FULL_CONTROL", "ObjectWriter", false, true, "list write")]
    [InlineData("AuthenticatedUsers READ", null, false, true, "")]
    [InlineData("AllUsers READ", "BucketOwnerEnforced", false, false, "")]
    [InlineData("AllUsers READ", null, true, false, "")]
    [InlineData("AllUsers READ_ACP", null, false, true, "")]
    public void Lists_of_access_control_count_unless_they_are_off(string grant, string? ownership, bool areIgnored, bool isPublic, string anonymous)
    {
        var parts = grant.Split(' ');
        var bucket = Bucket(null) with
        {
            Grants = [new AclGrant($"http://acs.amazonaws.com/groups/global/{parts[0]}", parts[1])],
            Ownership = ownership,
            Blocks = new PublicBlocks(false, areIgnored, false, false),
        };
        var verdict = S3Access.Judge(bucket, Now);
        Assert.Equal(isPublic, verdict.IsPublic);
        Assert.Equal(anonymous, string.Join(' ', verdict.AnonymousAccess));
    }

    [Fact]
    public void A_block_of_public_buckets_lets_neither_strangers_nor_other_accounts_in()
    {
        var bucket = Bucket(Policy("A * s3:GetObject B/* | A 444455556666 s3:PutObject B/*"));
        Assert.Equal(["444455556666"], S3Access.Judge(bucket, Now).CrossAccount);
        var verdict = S3Access.Judge(bucket with { Blocks = new PublicBlocks(false, false, false, true) }, Now);
        Assert.True(verdict.IsPublic);
        Assert.Empty(verdict.AnonymousAccess);
        Assert.Empty(verdict.CrossAccount);
    }

    [Fact]
    public void An_open_folder_is_found_behind_hundreds_of_others()
    {
        var statements = Enumerable.Range(0, 400).Select(number => $"A {111122220000 + number} s3:GetObject B/{number}/*").Append("A * s3:GetObject B/open/*");
        Assert.Equal(["read"], S3Access.Judge(Bucket(Policy(string.Join(" | ", statements))), Now).AnonymousAccess);
        var everybody = Enumerable.Range(0, 700).Select(number => $"A * s3:GetObject B/{number}/*").Append("D * s3:GetObject B/*");
        Assert.NotEmpty(S3Access.Judge(Bucket(Policy(string.Join(" | ", everybody))), Now).Unknown);
    }

    [Fact]
    public void A_deny_takes_from_what_a_list_grants()
    {
        var bucket = Bucket(Policy("D * s3:ListBucket B")) with { Grants = [new AclGrant("http://acs.amazonaws.com/groups/global/AllUsers", "READ")] };
        Assert.Empty(S3Access.Judge(bucket, Now).AnonymousAccess);
    }

    [Fact]
    public void A_deny_more_never_adds_access_and_an_allow_more_never_takes_any()
    {
        string[] statements =
        [
            "A * s3:GetObject B/*", "A * s3:ListBucket B {\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/0\"}}", "A * s3:* B,B/* {\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a\"}}", "A 444455556666 s3:* B,B/*",
            "D * s3:GetObject B/* {\"Bool\":{\"aws:SecureTransport\":\"false\"}}", "D * s3:* B,B/* {\"NotIpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}", "D * s3:PutObject B/*", "D * s3:ListBucket B",
        ];
        for (var chosen = 1; chosen < 1 << statements.Length; chosen++)
        {
            var some = statements.Where((_, index) => (chosen & (1 << index)) != 0).ToArray();
            var before = Access(some);
            Assert.Equal(before, Access([.. some.Reverse()]));
            foreach (var more in statements.Except(some))
            {
                var after = Access([.. some, more]);
                Assert.True(more[0] == 'D' ? after.IsSubsetOf(before) : after.IsSupersetOf(before), $"{string.Join(" | ", some)} + {more}");
            }
        }
    }

    [Fact]
    public void The_form_of_the_JSON_does_not_matter()
    {
        string[] forms =
        [
            """{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*"}}""",
            """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["s3:GetObject"],"Resource":["arn:aws:s3:::shop/*"]}]}""",
            """{"Version":"2012-10-17","Id":"x","Statement":[{"Resource":"arn:aws:s3:::shop/*","Action":"s3:GetObject","Principal":{"AWS":["*"]},"Sid":"","Effect":"Allow","Condition":{}}]}""",
        ];
        Assert.All(forms, form =>
        {
            var verdict = S3Access.Judge(Bucket(JsonDocument.Parse(form).RootElement), Now);
            Assert.True(verdict.IsPublic);
            Assert.Equal(["read"], verdict.AnonymousAccess);
        });
    }

    [Fact]
    public void Damaged_policies_are_judged_or_said_not_to_be_understood()
    {
        var dice = new Dice(7);
        var policy = Policy("A * s3:GetObject B/* {\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}} | D !111122223333 s3:* B,B/* {\"ForAnyValue:StringLike\":{\"aws:PrincipalOrgPaths\":[\"o-*\"]}}").GetRawText();
        for (var round = 0; round < 5000; round++)
        {
            var damaged = policy.ToCharArray();
            for (var changes = 1 + dice.Below(4); changes > 0; changes--)
            {
                damaged[dice.Below(damaged.Length)] = "{}[]\":,*?$/x0A"[dice.Below(14)];
            }

            JsonElement read;
            try
            {
                read = JsonDocument.Parse(damaged).RootElement;
            }
            catch (JsonException)
            {
                continue;
            }

            var verdict = S3Access.Judge(Bucket(read), Now);
            Assert.All(verdict.AnonymousAccess, access => Assert.Contains(access, new[] { "list", "read", "write" }));
        }
    }

    private static HashSet<string> Access(string[] statements) => [.. S3Access.Judge(Bucket(Policy(string.Join(" | ", statements))), Now).AnonymousAccess];

    private static S3Bucket Bucket(JsonElement? policy) => new("123456789012", "shop", policy, [], null, new PublicBlocks(false, false, false, false));

    /// <summary>Statements parted by bars: effect, principals, actions, resources, conditions; ! before a list means all others.</summary>
    private static JsonElement Policy(string text) => JsonSerializer.SerializeToElement(new { Version = "2012-10-17", Statement = text.Split(" | ").Select(Statement).ToArray() });

    private static Dictionary<string, object> Statement(string text)
    {
        var parts = text.Split(' ', 5);
        var statement = new Dictionary<string, object> { ["Effect"] = parts[0] == "A" ? "Allow" : "Deny" };
        var principals = parts[1].TrimStart('!');
        statement[parts[1][0] == '!' ? "NotPrincipal" : "Principal"] = principals == "*" ? "*" : new { AWS = principals.Split(',') };
        statement[parts[2][0] == '!' ? "NotAction" : "Action"] = parts[2].TrimStart('!').Split(',');
        statement[parts[3][0] == '!' ? "NotResource" : "Resource"] = parts[3].TrimStart('!').Split(',').Select(resource => resource.StartsWith('B') ? $"arn:aws:s3:::shop{resource[1..]}" : resource).ToArray();
        if (parts.Length > 4)
        {
            statement["Condition"] = JsonDocument.Parse(parts[4]).RootElement;
        }

        return statement;
    }
}
