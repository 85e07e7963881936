using System.Text.Json;
using DlpDashboard.Posture.Access;

namespace DlpDashboard.Tests.Posture;

public sealed class OtherAccessTests
{
    [Theory]
    [InlineData("""{"account":{"allowBlobPublicAccess":true},"containers":[{"name":"web","properties":{"publicAccess":"Blob"}}]}""", true, "read", 0)]
    [InlineData("""{"account":{"properties":{"allowBlobPublicAccess":true}},"containers":[{"name":"web","publicAccess":"Container"}]}""", true, "list read", 0)]
    [InlineData("""{"account":{"allowBlobPublicAccess":false},"containers":[{"name":"web","publicAccess":"Container"}]}""", false, "", 0)]
    [InlineData("""{"account":{},"containers":[{"name":"web","publicAccess":"Blob"}]}""", true, "read", 1)]
    [InlineData("""{"account":{"allowBlobPublicAccess":true},"containers":[{"name":"web","publicAccess":"None"},{"name":"x","publicAccess":null}]}""", false, "", 0)]
    [InlineData("""{"account":{"allowBlobPublicAccess":true,"publicNetworkAccess":"Disabled"},"containers":[{"name":"web","publicAccess":"Blob"}]}""", true, "", 0)]
    [InlineData("""{"account":{"allowBlobPublicAccess":true,"networkAcls":{"defaultAction":"Deny","ipRules":[{"value":"203.0.113.7"}]}},"containers":[{"name":"web","publicAccess":"Blob"}]}""", true, "", 0)]
    [InlineData("""{"account":{"allowBlobPublicAccess":true,"networkAcls":{"defaultAction":"Deny","ipRules":[{"value":"64.0.0.0/2"}]}},"containers":[{"name":"web","publicAccess":"Blob"}]}""", true, "read", 0)]
    public void An_Azure_account_comes_to(string input, bool isPublic, string anonymous, int unknown)
    {
        var verdict = AzureAccess.Judge(JsonDocument.Parse(input).RootElement);
        Assert.Equal((isPublic, anonymous, unknown), (verdict.IsPublic, string.Join(' ', verdict.AnonymousAccess), verdict.Unknown.Count));
    }

    [Theory]
    [InlineData("""{"iamPolicy":{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}}""", true, "list read", 0)]
    [InlineData("""{"iamPolicy":{"bindings":[{"role":"roles/storage.objectViewer","members":["allAuthenticatedUsers"]}]}}""", true, "", 0)]
    [InlineData("""{"iamPolicy":{"bindings":[{"role":"roles/storage.objectViewer","members":["user:zoe@example.test"]}]}}""", false, "", 0)]
    [InlineData("""{"iamPolicy":{"bindings":[{"role":"projects/p/roles/own","members":["allUsers"]}]}}""", true, "", 1)]
    [InlineData("""{"iamPolicy":{"bindings":[{"role":"roles/storage.objectCreator","members":["allUsers"],"condition":{"expression":"request.time < timestamp('2030-01-01T00:00:00Z')"}}]}}""", true, "write", 1)]
    [InlineData("""{"iamConfiguration":{"publicAccessPrevention":"enforced"},"iamPolicy":{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}}""", false, "", 0)]
    [InlineData("""{"iamConfiguration":{"publicAccessPrevention":"inherited"},"organisationPolicy":{"spec":{"rules":[{"enforce":true}]}},"iamPolicy":{"bindings":[{"role":"roles/storage.objectViewer","members":["allUsers"]}]}}""", false, "", 0)]
    [InlineData("""{"organisationPolicy":{"booleanPolicy":{"enforced":false}},"iamPolicy":{"bindings":[{"role":"roles/storage.legacyBucketReader","members":["allUsers"]}]}}""", true, "list", 0)]
    [InlineData("""{"acl":[{"entity":"allUsers","role":"READER"}],"defaultObjectAcl":[{"entity":"allUsers","role":"READER"}]}""", true, "list read", 0)]
    [InlineData("""{"iamConfiguration":{"uniformBucketLevelAccess":{"enabled":true}},"acl":[{"entity":"allUsers","role":"OWNER"}]}""", false, "", 0)]
    [InlineData("""{"acl":[{"entity":"project-owners-1","role":"OWNER"}]}""", false, "", 0)]
    public void A_Google_bucket_comes_to(string input, bool isPublic, string anonymous, int unknown)
    {
        var verdict = GoogleAccess.Judge(JsonDocument.Parse(input).RootElement);
        Assert.Equal((isPublic, anonymous, unknown), (verdict.IsPublic, string.Join(' ', verdict.AnonymousAccess), verdict.Unknown.Count));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"account":7}""")]
    [InlineData("""{"containers":{"name":"x"}}""")]
    [InlineData("""{"account":{"allowBlobPublicAccess":"perhaps"},"containers":[{"publicAccess":"Blob"}]}""")]
    public void Input_of_the_wrong_kind_is_refused(string input) =>
        Assert.Throws<FormatException>(() => AzureAccess.Judge(JsonDocument.Parse(input).RootElement));
}
