using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// The account's own block of public access, which S3 Control tells (Amazon S3 API reference, "S3 Control", GetPublicAccessBlock). The request is written here
/// and signed by the SDK's signer (Signature Version 4).
/// </summary>
/// <param name="account">Asks whose account it is.</param>
/// <param name="credentials">What to sign with.</param>
/// <param name="region">Where to ask.</param>
/// <param name="http">The store's connections.</param>
/// <param name="retries">The store's retries.</param>
/// <param name="options">Time limits.</param>
internal sealed class S3Control(
    Func<CancellationToken, Task<string?>> account, AWSCredentials credentials, string region, S3Http http, StoreRetries retries, ProviderOptions options)
{
    /// <summary>The document of the account's number.</summary>
    public const string Account = "account";

    /// <summary>The document of its block.</summary>
    public const string Block = "accountPublicAccessBlock";

    private const string Path = "/v20180820/configuration/publicAccessBlock";
    private const string NoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Where S3 Control answers for an account.</summary>
    public Func<string, Uri> AddressOf { get; init; } = id =>
        new Uri($"https://{id}.s3-control.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}");

    /// <summary>The account and its block.</summary>
    public async Task<IReadOnlyList<ConfigurationDocument>> ReadAsync(CancellationToken cancellationToken)
    {
        if (await account(cancellationToken) is not { Length: 12 } id || !id.All(char.IsAsciiDigit))
        {
            return [ConfigurationDocument.Unknown(Account, "The token service did not tell the account."), ConfigurationDocument.Unknown(Block, "The account is not known.")];
        }

        var (status, body) = await retries.RunAsync(token => AskAsync(id, token), S3Faults.Of, cancellationToken);
        return [ConfigurationDocument.Present(Account, JsonSerializer.Serialize(new { accountId = id })), DocumentOf(status, body)];
    }

    private static ConfigurationDocument DocumentOf(int status, byte[] body)
    {
        if (status != 200)
        {
            return XmlDocuments.ErrorCodeOf(body) switch
            {
                "NoSuchPublicAccessBlockConfiguration" => ConfigurationDocument.NotConfigured(Block),
                var code => ConfigurationDocument.Unknown(Block, $"The credentials may not read the account's block (the server says {code ?? status.ToString(CultureInfo.InvariantCulture)}). Allow s3:GetAccountPublicAccessBlock."),
            };
        }

        try
        {
            var (root, content) = XmlDocuments.Read(new MemoryStream(body, writable: false));
            return root == "PublicAccessBlockConfiguration" ? ConfigurationDocument.Present(Block, content.ToJsonString()) : ConfigurationDocument.Unknown(Block, "The server answers with another document.");
        }
        catch (XmlException)
        {
            return ConfigurationDocument.Unknown(Block, "The server's answer cannot be read as XML.");
        }
    }

    private async Task<(int Status, byte[] Body)> AskAsync(string id, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ConnectTimeout + options.FirstByteTimeout);
        using var request = await SignedAsync(id, limit.Token);
        using var answer = await http.Client.SendAsync(request, limit.Token);
        await SmallAnswers.LoadAsync(answer, "The server's answer is larger than any of S3 Control.", limit.Token);
        return (int)answer.StatusCode is 429 or >= 500
            ? throw new HttpRequestException("S3 Control is busy.")
            : ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(limit.Token));
    }

    private async Task<HttpRequestMessage> SignedAsync(string id, CancellationToken cancellationToken)
    {
        var address = AddressOf(id);
        var keys = await credentials.GetCredentialsAsync().WaitAsync(cancellationToken);
        var now = DateTime.UnixEpoch + (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = address.Authority,
            ["x-amz-account-id"] = id,
            ["x-amz-content-sha256"] = NoBody,
            ["x-amz-date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        };
        if (keys.UseToken)
        {
            headers["x-amz-security-token"] = keys.Token;
        }

        var names = string.Join(';', headers.Keys);
        var canonical = new StringBuilder($"GET\n{Path}\n\n");
        foreach (var (name, value) in headers)
        {
            canonical.Append(name).Append(':').Append(value).Append('\n');
        }

        canonical.Append('\n').Append(names).Append('\n').Append(NoBody);
        var signature = AWS4Signer.ComputeSignature(keys.AccessKey, keys.SecretKey, region, now, "s3", names, canonical.ToString());
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, Path));
        foreach (var (name, value) in headers.Where(header => header.Key != "host"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
        return request;
    }
}
