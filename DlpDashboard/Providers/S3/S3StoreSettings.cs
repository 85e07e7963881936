using System.Text.RegularExpressions;
using DlpDashboard.Kernel;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.S3;

/// <summary>The settings of an S3 connection, checked.</summary>
internal sealed partial class S3StoreSettings
{
    /// <summary>What compatible servers sign with unless told otherwise.</summary>
    public const string DefaultRegion = "us-east-1";

    private S3StoreSettings(StoreConnection connection, Uri? serviceUrl)
    {
        ServiceUrl = serviceUrl;
        Region = connection.Read(S3Fields.Region) ?? DefaultRegion;
        IsPathStyle = connection.IsOn(S3Fields.PathStyle);
        Credentials = connection.Read(S3Fields.Credentials) ?? S3Fields.ByAccessKey;
        AccessKeyId = connection.Read(S3Fields.AccessKeyId);
        SecretAccessKey = connection.Read(S3Fields.SecretAccessKey);
        SessionToken = connection.Read(S3Fields.SessionToken);
        Profile = connection.Read(S3Fields.Profile);
        RoleArn = connection.Read(S3Fields.RoleArn);
        ExternalId = connection.Read(S3Fields.ExternalId);
    }

    public Uri? ServiceUrl { get; }

    public string Region { get; }

    public bool IsPathStyle { get; }

    public string Credentials { get; }

    public string? AccessKeyId { get; }

    public string? SecretAccessKey { get; }

    public string? SessionToken { get; }

    public string? Profile { get; }

    public string? RoleArn { get; }

    public string? ExternalId { get; }

    /// <summary>Whether the storage is AWS itself, whose answers tell more than those of compatible servers.</summary>
    public bool IsAws => ServiceUrl is null;

    /// <summary>Reads the settings, or tells the first rule broken.</summary>
    public static Outcome<S3StoreSettings> Read(StoreConnection connection, ProviderOptions options)
    {
        var text = connection.Read(S3Fields.ServiceUrl);
        var url = text is null ? null : ServiceAddress.Parse(text, options.AllowLinkLocal);
        if (text is not null && url is null)
        {
            return Problem.Invalid(
                "providers.service-url",
                "The service URL must begin with http:// or https://, hold no user, password or query, and lead to no link-local or cloud metadata address.",
                S3Fields.ServiceUrl);
        }

        var settings = new S3StoreSettings(connection, url);
        if (!RegionForm().IsMatch(settings.Region))
        {
            return Problem.Invalid("providers.region", "The region is a name such as eu-central-1.", S3Fields.Region);
        }

        if (settings.IsAws && connection.Read(S3Fields.Region) is null)
        {
            return Problem.Invalid("providers.region-missing", "AWS needs a region, such as eu-central-1. Compatible servers need a service URL.", S3Fields.Region);
        }

        if (settings.RoleArn is { } arn && !ArnForm().IsMatch(arn))
        {
            return Problem.Invalid("providers.role-arn", "The role is given by its ARN, such as arn:aws:iam::111122223333:role/scanner.", S3Fields.RoleArn);
        }

        if (settings.Credentials != S3Fields.ByAccessKey && !options.AllowServerCredentials)
        {
            return Problem.Invalid("providers.server-credentials", "The configuration does not allow the machine's own credentials (Providers:AllowServerCredentials). Use an access key.", S3Fields.Credentials);
        }

        return settings;
    }

    /// <summary>Whether a text has a region's form; regions also come from servers' answers.</summary>
    public static bool IsRegion(string text) => RegionForm().IsMatch(text);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RegionForm();

    [GeneratedRegex("^arn:[a-z0-9-]{1,20}:iam:[a-z0-9-]{0,20}:[A-Za-z0-9-]{0,64}:role/[A-Za-z0-9+=,.@_/-]{1,512}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ArnForm();
}
