using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;

namespace DlpDashboard.Tests.Providers;

/// <summary>What an Azure connection's form takes.</summary>
public sealed class AzureSettingsTests
{
    private const string Key = "AAAAAAAA";

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=AAAAAAAA;EndpointSuffix=core.windows.net", "https://shop.blob.core.windows.net · account key")]
    [InlineData("AccountName=shop;AccountKey=AAAAAAAA;EndpointSuffix=core.chinacloudapi.cn", "https://shop.blob.core.chinacloudapi.cn · account key")]
    [InlineData("BlobEndpoint=https://data.example.com/;SharedAccessSignature=sv=1&sig=abc%3D", "https://data.example.com · SAS")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10000/devstoreaccount1 · account key")]
    public void A_connection_string_leads_to_an_account(string text, string address)
    {
        var connection = Of((AzureFields.ConnectionString, text));
        Assert.Null(Stores.Factory().Check(connection));
        Assert.Equal(address, Stores.Factory().Find("azure")!.AddressOf(connection));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("AccountName=shop")]
    [InlineData("AccountKey=AAAAAAAA;EndpointSuffix=x")]
    [InlineData("AccountName=shop;AccountKey=not base64!")]
    [InlineData("AccountName=shop;AccountName=shop;AccountKey=AAAAAAAA")]
    [InlineData("BlobEndpoint=http://169.254.169.254/;SharedAccessSignature=sv=1&sig=abc")]
    [InlineData("BlobEndpoint=file:///etc;SharedAccessSignature=sv=1&sig=abc")]
    [InlineData("BlobEndpoint=https://u:p@x.example/;SharedAccessSignature=sv=1&sig=abc")]
    [InlineData("AccountName=a@evil.example/?x=;AccountKey=AAAAAAAA")]
    public void A_connection_string_that_cannot_be_used_is_refused_by_its_field(string text) =>
        Assert.Equal(AzureFields.ConnectionString, Stores.Factory().Check(Of((AzureFields.ConnectionString, text)))?.Field);

    [Fact]
    public void Each_kind_of_sign_in_asks_for_what_it_needs()
    {
        Assert.Equal(AzureFields.ConnectionString, FieldOf());
        Assert.Equal(AzureFields.AccountKey, FieldOf((AzureFields.Credentials, "accountKey"), (AzureFields.AccountName, "shop")));
        Assert.Equal(AzureFields.AccountName, FieldOf((AzureFields.Credentials, "accountKey"), (AzureFields.AccountKey, Key)));
        Assert.Equal(AzureFields.AccountName, FieldOf((AzureFields.Credentials, "accountKey"), (AzureFields.AccountName, "Shop.blob"), (AzureFields.AccountKey, Key)));
        Assert.Equal(AzureFields.SasToken, FieldOf((AzureFields.Credentials, "sas"), (AzureFields.AccountName, "shop"), (AzureFields.SasToken, "https://shop.example/?x")));
        Assert.Null(FieldOf((AzureFields.Credentials, "sas"), (AzureFields.AccountName, "shop"), (AzureFields.SasToken, "?sv=2023-11-03&sp=rl&sig=a%2Fb%3D")));
        Assert.Equal(AzureFields.ServiceUrl, FieldOf((AzureFields.Credentials, "default"), (AzureFields.ServiceUrl, "http://shop.example")));
        Assert.Null(FieldOf((AzureFields.Credentials, "default"), (AzureFields.AccountName, "shop")));
        Assert.Equal(AzureFields.AccountName, FieldOf((AzureFields.ConnectionString, $"AccountName=shop;AccountKey={Key}"), (AzureFields.AccountName, "other")));
    }

    [Fact]
    public void The_machines_identity_can_be_forbidden()
    {
        var factory = Stores.Factory(new ProviderOptions { AllowServerCredentials = false });
        Assert.Equal("providers.server-credentials", factory.Check(Of((AzureFields.Credentials, "default"), (AzureFields.AccountName, "shop")))?.Code);
        Assert.Null(factory.Check(Of((AzureFields.Credentials, "accountKey"), (AzureFields.AccountName, "shop"), (AzureFields.AccountKey, Key))));
    }

    private static string? FieldOf(params (string Name, string Value)[] settings) => Stores.Factory().Check(Of(settings))?.Field;

    private static StoreConnection Of(params (string Name, string Value)[] settings) => new("azure", settings.ToDictionary(pair => pair.Name, pair => pair.Value));
}
