using Amazon.S3;
using Amazon.S3.Model;

namespace DlpDashboard.Providers.S3;

/// <summary>One document of a bucket's configuration and the call that reads it (Amazon S3 API reference, actions).</summary>
/// <param name="Name">What the document is called here.</param>
/// <param name="Roots">The root elements of its XML; empty where it is JSON.</param>
/// <param name="NotConfigured">Error codes that say it was never set.</param>
/// <param name="Ask">The call.</param>
internal sealed record S3Question(string Name, string[] Roots, string[] NotConfigured, Func<AmazonS3Client, string, CancellationToken, Task> Ask)
{
    /// <summary>All documents of a bucket. Each is a GET: some compatible servers take a DELETE of a sub-resource they do not know for one of the bucket.</summary>
    public static IReadOnlyList<S3Question> All { get; } =
    [
        new("policy", [], ["NoSuchBucketPolicy"], (client, bucket, stop) => client.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = bucket }, stop)),
        new("policyStatus", ["PolicyStatus"], ["NoSuchBucketPolicy"], (client, bucket, stop) => client.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = bucket }, stop)),
        new("acl", ["AccessControlPolicy"], [], (client, bucket, stop) => client.GetBucketAclAsync(new GetBucketAclRequest { BucketName = bucket }, stop)),
        new("ownership", ["OwnershipControls"], ["OwnershipControlsNotFoundError"], (client, bucket, stop) => client.GetBucketOwnershipControlsAsync(new GetBucketOwnershipControlsRequest { BucketName = bucket }, stop)),

        // Ceph's gateway misspells the root.
        new("publicAccessBlock", ["PublicAccessBlockConfiguration", "BlockPublicAccessBlockConfiguration"], ["NoSuchPublicAccessBlockConfiguration"],
            (client, bucket, stop) => client.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = bucket }, stop)),
        new("encryption", ["ServerSideEncryptionConfiguration"], ["ServerSideEncryptionConfigurationNotFoundError"], (client, bucket, stop) => client.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = bucket }, stop)),
        new("versioning", ["VersioningConfiguration"], [], (client, bucket, stop) => client.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = bucket }, stop)),
        new("logging", ["BucketLoggingStatus"], [], (client, bucket, stop) => client.GetBucketLoggingAsync(new GetBucketLoggingRequest { BucketName = bucket }, stop)),
        new("lifecycle", ["LifecycleConfiguration"], ["NoSuchLifecycleConfiguration"], (client, bucket, stop) => client.GetLifecycleConfigurationAsync(new GetLifecycleConfigurationRequest { BucketName = bucket }, stop)),
        new("replication", ["ReplicationConfiguration"], ["ReplicationConfigurationNotFoundError"], (client, bucket, stop) => client.GetBucketReplicationAsync(new GetBucketReplicationRequest { BucketName = bucket }, stop)),
        new("notification", ["NotificationConfiguration"], [], (client, bucket, stop) => client.GetBucketNotificationAsync(new GetBucketNotificationRequest { BucketName = bucket }, stop)),
        new("objectLock", ["ObjectLockConfiguration"], ["ObjectLockConfigurationNotFoundError"], (client, bucket, stop) => client.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = bucket }, stop)),
        new("tagging", ["Tagging"], ["NoSuchTagSet", "NoSuchTagSetError"], (client, bucket, stop) => client.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = bucket }, stop)),
        new("website", ["WebsiteConfiguration"], ["NoSuchWebsiteConfiguration"], (client, bucket, stop) => client.GetBucketWebsiteAsync(new GetBucketWebsiteRequest { BucketName = bucket }, stop)),
        new("cors", ["CORSConfiguration"], ["NoSuchCORSConfiguration"], (client, bucket, stop) => client.GetCORSConfigurationAsync(new GetCORSConfigurationRequest { BucketName = bucket }, stop)),
        new("location", ["LocationConstraint"], [], (client, bucket, stop) => client.GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = bucket }, stop)),
    ];
}
