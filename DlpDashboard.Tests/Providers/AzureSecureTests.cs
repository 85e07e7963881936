using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;
using DlpDashboard.Tests.Testing;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Providers;

/// <summary>Tokens of an identity, over https as Azure demands.</summary>
public sealed class AzureSecureTests(AzureSecureTests.SecureAzurite azurite) : IClassFixture<AzureSecureTests.SecureAzurite>
{
    [Fact]
    public async Task A_token_signs_in_and_an_expired_one_is_told()
    {
        var trusting = new BlobClientOptions { Transport = new Azure.Core.Pipeline.HttpClientTransport(new HttpClient(Trusting())) };
        var client = new BlobServiceClient(new Uri(azurite.Url), new StorageSharedKeyCredential(Azurite.Account, Azurite.Key), trusting);
        BlobContainerClient container = await client.CreateBlobContainerAsync("secure");
        await container.GetBlobClient("x").UploadAsync(BinaryData.FromString("text"));

        await using var store = Open(TimeSpan.FromHours(1));
        await store.SignInAsync(default);
        Assert.Equal("text", await store.ReadTextAsync(Assert.Single(await store.ListAllAsync("secure"))));
        await using var late = Open(TimeSpan.FromHours(-1));
        Assert.Equal(StoreFault.SignInFailed, await Stores.FaultOfAsync(() => late.ListAllAsync("secure")));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_told_apart()
    {
        var settings = new Dictionary<string, string>
        {
            [AzureFields.Credentials] = AzureFields.ByAccountKey,
            [AzureFields.AccountName] = Azurite.Account,
            [AzureFields.AccountKey] = Azurite.Key,
            [AzureFields.ServiceUrl] = azurite.Url,
        };
        await using var store = Stores.Factory().Open(new StoreConnection("azure", settings));
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => store.SignInAsync(default));
        Assert.Contains("certificate", failure.Sentence);
    }

    private AzureObjectStore Open(TimeSpan lifetime)
    {
        var options = new ProviderOptions();
        var settings = AzureStoreSettings.Read(
            new StoreConnection("azure", new Dictionary<string, string> { [AzureFields.Credentials] = AzureFields.ByDefault, [AzureFields.ServiceUrl] = azurite.Url }), options);
        return new AzureObjectStore(settings.Value!, new Identity(lifetime), Trusting(), options, StorePatience.Person, TimeProvider.System);
    }

    private static SocketsHttpHandler Trusting() => new() { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true } };

    /// <summary>Gives tokens that the emulator reads: audience, issuer and times count, the signature does not.</summary>
    private sealed class Identity(TimeSpan lifetime) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellationToken)
        {
            var ends = TimeProvider.System.GetUtcNow() + lifetime;
            var claims = new { aud = "https://storage.azure.com", iss = "https://sts.windows.net/00000000-0000-0000-0000-000000000001/", nbf = ends.AddHours(-2).ToUnixTimeSeconds(), iat = ends.AddHours(-2).ToUnixTimeSeconds(), exp = ends.ToUnixTimeSeconds(), ver = "1.0" };
            var token = string.Join('.', new object[] { new { alg = "RS256", typ = "JWT" }, claims }.Select(part => Base64(JsonSerializer.SerializeToUtf8Bytes(part))).Append(Base64(Encoding.ASCII.GetBytes("unsigned"))));
            return new AccessToken(token, TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) => new(GetToken(context, cancellationToken));

        private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The emulator with https and tokens.</summary>
    public sealed class SecureAzurite : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        /// <summary>Where it listens.</summary>
        public string Url { get; private set; } = string.Empty;

        public async Task InitializeAsync()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
            await File.WriteAllTextAsync(_folder.At("cert.pem"), certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(_folder.At("key.pem"), key.ExportPkcs8PrivateKeyPem());
            Url = await Azurite.StartAsync("https", "--oauth", "basic", "--cert", _folder.At("cert.pem"), "--key", _folder.At("key.pem"));
        }

        public Task DisposeAsync()
        {
            _folder.Dispose();
            return Task.CompletedTask;
        }
    }
}
