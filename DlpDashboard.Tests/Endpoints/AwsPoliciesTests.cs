using System.Text.Json;
using DlpDashboard.Endpoints.Pages;

namespace DlpDashboard.Tests.Endpoints;

public sealed class AwsPoliciesTests
{
    [Fact]
    public void Named_buckets_need_no_right_to_list_all()
    {
        var policy = JsonDocument.Parse(AwsPolicies.ForReading("one, two", "in/", "eu-central-1")).RootElement.GetProperty("Statement");

        Assert.Equal(["ListObjects", "ReadObjects"], policy.EnumerateArray().Select(statement => statement.GetProperty("Sid").GetString()));
        Assert.Equal(["arn:aws:s3:::one/in/*", "arn:aws:s3:::two/in/*"], policy[1].GetProperty("Resource").EnumerateArray().Select(arn => arn.GetString()));
    }

    [Theory]
    [InlineData(null, null, "arn:aws:s3:::*")]
    [InlineData("logs-*", "cn-north-1", "arn:aws-cn:s3:::logs-*")]
    [InlineData("logs-?", "us-gov-west-1", "arn:aws-us-gov:s3:::logs-?")]
    public void Patterns_need_it_and_the_partition_follows_the_region(string? filter, string? region, string arn)
    {
        var policy = JsonDocument.Parse(AwsPolicies.ForReading(filter, null, region)).RootElement.GetProperty("Statement");

        Assert.Equal("s3:ListAllMyBuckets", policy[0].GetProperty("Action")[0].GetString());
        Assert.Equal(arn, policy[1].GetProperty("Resource")[0].GetString());
    }

    [Theory]
    [InlineData("x\"}],\"Action\":\"*\"")]
    [InlineData("</pre><script>")]
    public void Hostile_text_stays_one_value(string text)
    {
        var trust = JsonDocument.Parse(AwsPolicies.ForTrust(text, null)).RootElement.GetProperty("Statement")[0];

        Assert.Equal(text, trust.GetProperty("Condition").GetProperty("StringEquals").GetProperty("sts:ExternalId").GetString());
        Assert.Equal("sts:AssumeRole", trust.GetProperty("Action").GetString());
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(AwsPolicies.ForReading(text, text, text)).RootElement.ValueKind);
    }

    [Fact]
    public void Nothing_but_listing_and_reading_is_ever_allowed()
    {
        var actions = JsonDocument.Parse(AwsPolicies.ForReading("*", "p", "eu-west-1")).RootElement.GetProperty("Statement").EnumerateArray()
            .SelectMany(statement => statement.GetProperty("Action").EnumerateArray()).Select(action => action.GetString());

        Assert.Equal(["s3:ListAllMyBuckets", "s3:ListBucket", "s3:GetBucketLocation", "s3:GetObject"], actions);
    }
}
