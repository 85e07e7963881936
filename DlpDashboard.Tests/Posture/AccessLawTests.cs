using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Posture.Access;

namespace DlpDashboard.Tests.Posture;

/// <summary>Laws of the evaluators of Azure and Google, over made-up configurations: an allow more never takes access away, a block more never gives any, order does not matter.</summary>
public sealed class AccessLawTests
{
    private const int Rounds = 5_000;
    private static readonly string[] Levels = ["None", "Blob", "Container"];
    private static readonly string[] Roles =
    [
        "roles/storage.objectViewer", "roles/storage.objectCreator", "roles/storage.objectAdmin", "roles/storage.legacyBucketReader", "roles/storage.legacyObjectReader", "projects/p/roles/own",
    ];

    private static readonly string[] Members = ["allUsers", "allAuthenticatedUsers", "user:somebody@example.test", "group:some@example.test", "serviceAccount:some@example.test"];

    [Fact]
    public void Opening_an_Azure_account_further_never_takes_access_away()
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var input = Azure(random);
            var before = AzureAccess.Judge(Element(input));
            var more = input.DeepClone().AsObject();
            switch (random.Next(4))
            {
                case 0:
                    more["containers"]!.AsArray().Add(new JsonObject { ["name"] = "more", ["publicAccess"] = "Container" });
                    break;
                case 1:
                    more["account"]!["allowBlobPublicAccess"] = true;
                    break;
                case 2:
                    more["account"]!["publicNetworkAccess"] = "Enabled";
                    break;
                default:
                    ((JsonArray)more["account"]!["networkAcls"]!["ipRules"]!).Add(new JsonObject { ["value"] = "0.0.0.0/0" });
                    break;
            }

            AssertNoLess(before, AzureAccess.Judge(Element(more)), more);
        }
    }

    [Fact]
    public void Closing_an_Azure_account_further_never_gives_access()
    {
        var random = new Random(2);
        for (var round = 0; round < Rounds; round++)
        {
            var input = Azure(random);
            var before = AzureAccess.Judge(Element(input));
            var less = input.DeepClone().AsObject();
            switch (random.Next(4))
            {
                case 0:
                    less["account"]!["allowBlobPublicAccess"] = false;
                    break;
                case 1:
                    less["account"]!["publicNetworkAccess"] = "Disabled";
                    break;
                case 2:
                    less["account"]!["networkAcls"]!["defaultAction"] = "Deny";
                    break;
                default:
                    less["containers"]!.AsArray().Add(new JsonObject { ["name"] = "closed", ["publicAccess"] = "None" });
                    break;
            }

            AssertNoLess(AzureAccess.Judge(Element(less)), before, less);
        }
    }

    [Fact]
    public void Granting_more_on_a_Google_bucket_never_takes_access_away_and_order_does_not_matter()
    {
        var random = new Random(3);
        for (var round = 0; round < Rounds; round++)
        {
            var input = Google(random);
            var before = GoogleAccess.Judge(Element(input));
            var more = input.DeepClone().AsObject();
            more["iamPolicy"]!["bindings"]!.AsArray().Insert(0, Binding(random));
            AssertNoLess(before, GoogleAccess.Judge(Element(more)), more);

            var turned = input.DeepClone().AsObject();
            var bindings = turned["iamPolicy"]!["bindings"]!.AsArray();
            turned["iamPolicy"]!["bindings"] = new JsonArray([.. bindings.Reverse().Select(binding => binding!.DeepClone())]);
            var other = GoogleAccess.Judge(Element(turned));
            Assert.Equal((before.IsPublic, string.Join(' ', before.AnonymousAccess)), (other.IsPublic, string.Join(' ', other.AnonymousAccess)));
        }
    }

    [Fact]
    public void Preventing_public_access_leaves_a_Google_bucket_to_nobody_without_a_sign_in()
    {
        var random = new Random(4);
        var opened = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var input = Google(random);
            opened += GoogleAccess.Judge(Element(input)).AnonymousAccess.Count > 0 ? 1 : 0;
            if (random.Next(2) == 0)
            {
                input["iamConfiguration"]!["publicAccessPrevention"] = "enforced";
            }
            else
            {
                input["organisationPolicy"] = new JsonObject { ["spec"] = new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["enforce"] = true }) } };
            }

            var verdict = GoogleAccess.Judge(Element(input));
            Assert.False(verdict.IsPublic);
            Assert.Empty(verdict.AnonymousAccess);
        }

        Assert.True(opened > Rounds / 10, "Too few of the made-up buckets are open for the law to say anything.");
    }

    [Fact]
    public void Uniform_access_never_gives_what_lists_alone_did_not()
    {
        var random = new Random(5);
        for (var round = 0; round < Rounds; round++)
        {
            var input = Google(random);
            var before = GoogleAccess.Judge(Element(input));
            var uniform = input.DeepClone().AsObject();
            uniform["iamConfiguration"]!["uniformBucketLevelAccess"] = new JsonObject { ["enabled"] = true };
            AssertNoLess(GoogleAccess.Judge(Element(uniform)), before, uniform);
        }
    }

    private static void AssertNoLess(AccessVerdict less, AccessVerdict more, JsonObject input)
    {
        Assert.True(!less.IsPublic || more.IsPublic, input.ToJsonString());
        Assert.True(less.AnonymousAccess.All(more.AnonymousAccess.Contains), input.ToJsonString());
    }

    private static JsonObject Azure(Random random) => new()
    {
        ["account"] = new JsonObject
        {
            ["allowBlobPublicAccess"] = random.Next(3) > 0,
            ["publicNetworkAccess"] = random.Next(3) > 0 ? "Enabled" : "Disabled",
            ["networkAcls"] = new JsonObject
            {
                ["defaultAction"] = random.Next(2) == 0 ? "Allow" : "Deny",
                ["ipRules"] = new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => (JsonNode)new JsonObject { ["value"] = $"{random.Next(1, 224)}.0.0.0/{random.Next(0, 33)}" })]),
            },
        },
        ["containers"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(at => (JsonNode)new JsonObject { ["name"] = $"c{at}", ["publicAccess"] = Levels[random.Next(3)] })]),
    };

    private static JsonObject Google(Random random) => new()
    {
        ["iamConfiguration"] = new JsonObject { ["publicAccessPrevention"] = "inherited" },
        ["iamPolicy"] = new JsonObject { ["bindings"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode)Binding(random))]) },
        ["acl"] = new JsonArray([.. Enumerable.Range(0, random.Next(2)).Select(_ => (JsonNode)new JsonObject { ["entity"] = Members[random.Next(3)], ["role"] = random.Next(2) == 0 ? "READER" : "WRITER" })]),
    };

    private static JsonObject Binding(Random random) => new()
    {
        ["role"] = Roles[random.Next(Roles.Length)],
        ["members"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)Members[random.Next(Members.Length)])]),
    };

    private static JsonElement Element(JsonObject tree) => JsonSerializer.SerializeToElement(tree);
}
