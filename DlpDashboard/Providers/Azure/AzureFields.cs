namespace DlpDashboard.Providers.Azure;

/// <summary>The settings of an Azure Blob Storage connection by name.</summary>
public static class AzureFields
{
    /// <summary>Which credentials: one of the constants below.</summary>
    public const string Credentials = "credentials";

    /// <summary>Of a storage account, as the portal shows it; secret.</summary>
    public const string ConnectionString = "connectionString";

    /// <summary>The storage account's name.</summary>
    public const string AccountName = "accountName";

    /// <summary>One of the account's two keys; secret.</summary>
    public const string AccountKey = "accountKey";

    /// <summary>A shared access signature of the account or of one container; secret.</summary>
    public const string SasToken = "sasToken";

    /// <summary>Of a user-assigned managed identity; empty for the machine's own.</summary>
    public const string ClientId = "clientId";

    /// <summary>The blob service's address where it is not the public cloud's.</summary>
    public const string ServiceUrl = "serviceUrl";

    /// <summary><see cref="Credentials"/>: a connection string.</summary>
    public const string ByConnectionString = "connectionString";

    /// <summary><see cref="Credentials"/>: account name and account key.</summary>
    public const string ByAccountKey = "accountKey";

    /// <summary><see cref="Credentials"/>: a shared access signature.</summary>
    public const string BySas = "sas";

    /// <summary><see cref="Credentials"/>: managed identity, workload identity, environment or what the Azure tools are signed in with.</summary>
    public const string ByDefault = "default";

    /// <summary>The fields in the order of a form.</summary>
    public static IReadOnlyList<StoreField> All { get; } =
    [
        new(Credentials, "Credentials", StoreFieldKind.Choice, "How the app signs in.", Choices:
        [
            new(ByConnectionString, "Connection string"),
            new(ByAccountKey, "Account name and key"),
            new(BySas, "Shared access signature (SAS)"),
            new(ByDefault, "Managed identity or default credential"),
        ]),
        new(ConnectionString, "Connection string", StoreFieldKind.Secret, "From the portal: storage account, Access keys or Shared access signature.", IsRequired: true, ShownWhen: new(Credentials, ByConnectionString)),
        new(AccountName, "Account name", StoreFieldKind.Text, "The storage account's name, 3 to 24 small letters and digits. A connection string holds it already."),
        new(AccountKey, "Account key", StoreFieldKind.Secret, "One of the two keys under Access keys in the portal.", IsRequired: true, ShownWhen: new(Credentials, ByAccountKey)),
        new(SasToken, "SAS token", StoreFieldKind.Secret, "From sv= on, allowing read and list. The SAS of a container cannot list containers: name that container in the filter.", IsRequired: true, ShownWhen: new(Credentials, BySas)),
        new(ClientId, "Client id", StoreFieldKind.Text, "Of a user-assigned managed identity. Empty for the machine's own.", ShownWhen: new(Credentials, ByDefault)),
        new(ServiceUrl, "Blob endpoint", StoreFieldKind.Text, "Only outside the public cloud, such as https://account.blob.core.chinacloudapi.cn or an emulator's address. Empty for https://ACCOUNT.blob.core.windows.net."),
    ];
}
