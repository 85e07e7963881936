using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;

namespace DlpDashboard.Providers.S3;

/// <summary>Turns settings into the SDK's credentials: a base, and on top of any base a role.</summary>
internal static class S3Credentials
{
    /// <summary>The credentials to sign with.</summary>
    /// <exception cref="ObjectStoreException"><see cref="StoreFault.SignInFailed"/>: the machine has no such profile or role.</exception>
    public static AWSCredentials Of(S3StoreSettings settings, S3Http http, ProviderOptions options)
    {
        var own = BaseOf(settings);
        return settings.RoleArn is null ? own : new AssumedRoleCredentials(SecurityTokens(own, settings, http, options), settings.RoleArn, settings.ExternalId);
    }

    /// <summary>A client of the token service: AWS's own in the region, or the compatible server itself.</summary>
    public static AmazonSecurityTokenServiceClient SecurityTokens(AWSCredentials own, S3StoreSettings settings, S3Http http, ProviderOptions options)
    {
        var config = new AmazonSecurityTokenServiceConfig
        {
            HttpClientFactory = http,
            MaxErrorRetry = 2,
            Timeout = options.FirstByteTimeout,
            IgnoreConfiguredEndpointUrls = true,
        };
        if (settings.ServiceUrl is { } url)
        {
            config.ServiceURL = url.AbsoluteUri;
            config.AuthenticationRegion = settings.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }

        return new AmazonSecurityTokenServiceClient(own, config);
    }

    private static AWSCredentials BaseOf(S3StoreSettings settings)
    {
        try
        {
            return settings.Credentials switch
            {
                S3Fields.ByProfile => OfProfile(settings.Profile!),
                S3Fields.ByInstanceRole => OfMachine(),
                S3Fields.ByEnvironment => DefaultAWSCredentialsIdentityResolver.GetCredentials(),
                _ when settings.SessionToken is { } token => new SessionAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey, token),
                _ => new BasicAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey),
            };
        }
        catch (AmazonClientException missing)
        {
            throw new ObjectStoreException(
                StoreFault.SignInFailed, "The machine has no AWS credentials of this kind. Set them up for the app's system user, or use an access key.", inner: missing);
        }
    }

    private static AWSCredentials OfProfile(string name) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(name, out var credentials) ? credentials
            : throw new ObjectStoreException(StoreFault.SignInFailed, "The machine has no AWS profile of this name. Add it to the AWS configuration of the app's system user.");

    private static AWSCredentials OfMachine()
    {
        if (Has("AWS_WEB_IDENTITY_TOKEN_FILE"))
        {
            return AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables();
        }

        return Has("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || Has("AWS_CONTAINER_CREDENTIALS_FULL_URI")
            ? new GenericContainerCredentials()
            : new InstanceProfileAWSCredentials();
    }

    private static bool Has(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
