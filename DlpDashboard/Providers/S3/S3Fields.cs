namespace DlpDashboard.Providers.S3;

/// <summary>The settings of an S3 connection by name.</summary>
public static class S3Fields
{
    /// <summary>Such as <c>eu-central-1</c>; for compatible servers what they sign with.</summary>
    public const string Region = "region";

    /// <summary>Of a compatible server; empty for AWS.</summary>
    public const string ServiceUrl = "serviceUrl";

    /// <summary>Whether bucket names stand in the path.</summary>
    public const string PathStyle = "pathStyle";

    /// <summary>Which credentials: one of the constants below.</summary>
    public const string Credentials = "credentials";

    /// <summary>Of an access key.</summary>
    public const string AccessKeyId = "accessKeyId";

    /// <summary>Of an access key; secret.</summary>
    public const string SecretAccessKey = "secretAccessKey";

    /// <summary>Of a temporary access key; secret.</summary>
    public const string SessionToken = "sessionToken";

    /// <summary>A profile of the machine's AWS configuration.</summary>
    public const string Profile = "profile";

    /// <summary>A role to assume with the credentials above.</summary>
    public const string RoleArn = "roleArn";

    /// <summary>What the role's trust policy asks for; secret by some owners' rules, so kept as one.</summary>
    public const string ExternalId = "externalId";

    /// <summary><see cref="Credentials"/>: an access key, with its secret.</summary>
    public const string ByAccessKey = "accessKey";

    /// <summary><see cref="Credentials"/>: a profile of the machine.</summary>
    public const string ByProfile = "profile";

    /// <summary><see cref="Credentials"/>: the role of the machine, container or pod.</summary>
    public const string ByInstanceRole = "instanceRole";

    /// <summary><see cref="Credentials"/>: what the AWS tools would find here (environment, profile, role). For the command line.</summary>
    public const string ByEnvironment = "environment";

    /// <summary>The fields in the order of a form.</summary>
    public static IReadOnlyList<StoreField> All { get; } =
    [
        new(Region, "Region", StoreFieldKind.Text, "Such as eu-central-1. Compatible servers mostly take us-east-1."),
        new(ServiceUrl, "Service URL", StoreFieldKind.Text, "For S3-compatible servers, such as https://storage.example.com:9000. Leave empty for AWS."),
        new(PathStyle, "Bucket name in the path", StoreFieldKind.Switch, "Tick it for most compatible servers; AWS does without."),
        new(Credentials, "Credentials", StoreFieldKind.Choice, "How the app signs in.", Choices:
        [
            new(ByAccessKey, "Access key"),
            new(ByProfile, "Profile of the machine"),
            new(ByInstanceRole, "Role of the machine"),
            new(ByEnvironment, "What the AWS tools find on the machine"),
        ]),
        new(AccessKeyId, "Access key id", StoreFieldKind.Text, "The id of an access key, from the provider's console.", IsRequired: true, ShownWhen: new(Credentials, ByAccessKey)),
        new(SecretAccessKey, "Secret access key", StoreFieldKind.Secret, "The secret that belongs to the access key id.", IsRequired: true, ShownWhen: new(Credentials, ByAccessKey)),
        new(SessionToken, "Session token", StoreFieldKind.Secret, "Only for temporary access keys.", ShownWhen: new(Credentials, ByAccessKey)),
        new(Profile, "Profile", StoreFieldKind.Text, "The profile's name in the AWS configuration of the app's system user.", IsRequired: true, ShownWhen: new(Credentials, ByProfile)),
        new(RoleArn, "Role to assume", StoreFieldKind.Text, "An ARN such as arn:aws:iam::111122223333:role/scanner; assumed with the credentials above. Empty for none."),
        new(ExternalId, "External id", StoreFieldKind.Secret, "What the role's trust policy asks for. Empty for none."),
    ];
}
