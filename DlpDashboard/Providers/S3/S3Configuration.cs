using System.Text;
using System.Xml;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// Reads the configuration of S3 buckets. The SDK signs and sends; what is kept is the server's own document. A compatible server that does not know a
/// sub-resource may answer with a listing or with nothing at all: an answer whose root is another one is unknown and never taken for an empty setting.
/// </summary>
/// <param name="requests">How to send.</param>
/// <param name="control">Tells the settings of the account, in AWS; null at compatible servers, which have none.</param>
internal sealed class S3Configuration(S3Requests requests, S3Control? control) : IBucketConfigurationSource
{
    /// <inheritdoc />
    public Task<IReadOnlyList<ConfigurationDocument>> ReadAccountAsync(CancellationToken cancellationToken) => control is null
        ? Task.FromResult<IReadOnlyList<ConfigurationDocument>>([ConfigurationDocument.NotConfigured(S3Control.Account), ConfigurationDocument.NotConfigured(S3Control.Block)])
        : control.ReadAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<ConfigurationDocument>> ReadBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        var documents = new List<ConfigurationDocument>(S3Question.All.Count);
        foreach (var question in S3Question.All)
        {
            documents.Add(await ReadAsync(question, bucket, cancellationToken));
        }

        return documents;
    }

    private async Task<ConfigurationDocument> ReadAsync(S3Question question, string bucket, CancellationToken cancellationToken)
    {
        var answer = S3CapturedAnswer.Expect();
        try
        {
            await requests.SendAsync(
                bucket,
                async (client, limit) =>
                {
                    try
                    {
                        await question.Ask(client, bucket, limit);
                    }
                    catch (Exception) when (answer.Status == 200 && !limit.IsCancellationRequested)
                    {
                        // The SDK could not read it; the document itself is there.
                    }

                    return true;
                },
                cancellationToken);
        }
        catch (ObjectStoreException refused) when (refused.Fault is not (StoreFault.Throttled or StoreFault.Unreachable or StoreFault.SignInFailed) && answer.Status is >= 300 and < 600)
        {
            return OfRefusal(question, answer, refused);
        }

        return answer.Status == 200 ? OfDocument(question, answer.Body) : OfRefusal(question, answer, null);
    }

    private static ConfigurationDocument OfRefusal(S3Question question, S3CapturedAnswer answer, ObjectStoreException? refused)
    {
        var code = XmlDocuments.ErrorCodeOf(answer.Body) ?? refused?.ProviderCode;
        if (code is not null && question.NotConfigured.Contains(code, StringComparer.Ordinal))
        {
            return ConfigurationDocument.NotConfigured(question.Name);
        }

        return ConfigurationDocument.Unknown(question.Name, (answer.Status, code) switch
        {
            (403, _) => $"The credentials may not read it (the server says {code ?? "403"}). Allow the action in the policy of the scanning user.",
            (_, "NoSuchBucket") => "The bucket is no longer there.",
            (405 or 501, _) or (_, "NotImplemented" or "MethodNotAllowed") => "The server does not know this setting.",
            _ => $"The server refused to tell it ({code ?? answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)}).",
        });
    }

    private static ConfigurationDocument OfDocument(S3Question question, byte[] body)
    {
        if (body.Length == 0)
        {
            return ConfigurationDocument.Unknown(question.Name, "The server answers with nothing, which says neither that it is set nor that it is not.");
        }

        if (body.Length > ConfigurationDocument.MaxBytes)
        {
            return ConfigurationDocument.Unknown(question.Name, "It is larger than 512 KB, more than any such document may be.");
        }

        if (question.Roots.Length == 0)
        {
            return ConfigurationDocument.Present(question.Name, Encoding.UTF8.GetString(body));
        }

        try
        {
            var (root, content) = XmlDocuments.Read(new MemoryStream(body, writable: false));
            return question.Roots.Contains(root, StringComparer.Ordinal)
                ? ConfigurationDocument.Present(question.Name, content.ToJsonString())
                : ConfigurationDocument.Unknown(question.Name, "The server answers with another document, so it does not know this setting.");
        }
        catch (XmlException)
        {
            return ConfigurationDocument.Unknown(question.Name, "The server's answer cannot be read as XML.");
        }
    }
}
