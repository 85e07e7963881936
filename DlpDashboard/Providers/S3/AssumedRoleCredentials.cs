using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// Credentials of an assumed role (STS AssumeRole), renewed five minutes before they end. The SDK's own cannot be pointed at a compatible
/// server's token service.
/// </summary>
/// <param name="tokens">The token service, signed with the base credentials.</param>
/// <param name="roleArn">The role.</param>
/// <param name="externalId">What its trust policy asks for, or null.</param>
internal sealed class AssumedRoleCredentials(AmazonSecurityTokenServiceClient tokens, string roleArn, string? externalId) : RefreshingAWSCredentials
{
    private const int LifetimeSeconds = 3600;

    /// <inheritdoc />
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc />
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
        var answer = await tokens.AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = roleArn,
            RoleSessionName = "dlp-dashboard",
            ExternalId = externalId,
            DurationSeconds = LifetimeSeconds,
        });
        var given = answer.Credentials;
        return new CredentialsRefreshState(
            new ImmutableCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken),
            (given.Expiration ?? DateTime.UnixEpoch).ToUniversalTime());
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            tokens.Dispose();
        }

        base.Dispose(disposing);
    }
}
