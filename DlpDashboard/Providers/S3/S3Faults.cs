using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecurityToken;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// What a failure of the SDK, the server or the network means. Codes: Amazon S3 API reference, "Error responses"; compatible servers use
/// the same words, less exactly.
/// </summary>
internal static class S3Faults
{
    /// <summary>Classifies what an attempt threw.</summary>
    public static StoreFailure Of(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (OfOne(inner) is { } failure)
            {
                return failure;
            }
        }

        return NetworkFaults.Broken(exception);
    }

    private static StoreFailure? OfOne(Exception exception) => exception switch
    {
        AmazonUnmarshallingException or XmlException or FormatException or OverflowException => Failed(
            StoreFault.Misconfigured, "The server's answer cannot be read as S3. Check that the service URL leads to an S3 service.", StoreRetry.Hiccup, exception),
        AmazonSecurityTokenServiceException { ErrorCode: "AccessDenied" or "NoSuchEntity" or "ValidationError" or "MalformedPolicyDocument" } denied => Failed(
            StoreFault.SignInFailed, "The role may not be assumed. Check the role's ARN, its trust policy and the external id.", StoreRetry.Never, denied, denied.ErrorCode),
        AmazonServiceException service when (int)service.StatusCode != 0 => OfAnswer(service),
        AmazonClientException { InnerException: null } client => Failed(
            StoreFault.SignInFailed, "No credentials could be had for this request. Check the profile, or the role of the machine.", StoreRetry.Never, client),
        _ => NetworkFaults.Of(exception),
    };

    private static StoreFailure OfAnswer(AmazonServiceException answer)
    {
        var code = answer.ErrorCode ?? string.Empty;
        var (fault, sentence, retry) = ByCode(code) ?? ByStatus(answer.StatusCode);
        var shown = code is { Length: > 0 and <= 64 } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.') ? code : null;
        return Failed(fault, shown is null ? sentence : $"{sentence} (The server says {shown}.)", retry, answer, shown, RetryAfterOf(answer));
    }

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? ByCode(string code) => code switch
    {
        "InvalidAccessKeyId" or "InvalidClientTokenId" or "UnrecognizedClientException" =>
            (StoreFault.SignInFailed, "The server does not know this access key id. Check it for typing errors, and that the key is active.", StoreRetry.Never),
        "SignatureDoesNotMatch" =>
            (StoreFault.SignInFailed, "The secret access key does not fit the access key id. Enter the secret again, whole and without spaces.", StoreRetry.Never),
        "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" =>
            (StoreFault.SignInFailed, "The session token has expired. Enter fresh temporary credentials, or use a role.", StoreRetry.Never),
        "InvalidToken" =>
            (StoreFault.SignInFailed, "The session token is not valid. Enter key, secret and token of the same session.", StoreRetry.Never),
        "RequestTimeTooSkewed" or "RequestExpired" =>
            (StoreFault.SignInFailed, "The clocks of this machine and the server differ by more than the server allows. Set this machine's clock by NTP.", StoreRetry.Never),
        "InvalidSecurity" or "NotSignedUp" or "AccountProblem" or "AuthFailure" =>
            (StoreFault.SignInFailed, "The account behind this access key cannot use the service. Check the account with the provider.", StoreRetry.Never),
        "AccessDenied" or "AllAccessDisabled" or "AccessDeniedException" =>
            (StoreFault.Denied, "These credentials may not do this. Allow s3:ListBucket and s3:GetObject for them, and kms:Decrypt where objects are encrypted with a key.", StoreRetry.Never),
        "NoSuchKey" or "NoSuchVersion" => (StoreFault.Vanished, "The object is no longer there.", StoreRetry.Never),
        "NoSuchBucket" => (StoreFault.Vanished, "There is no such bucket. Check the bucket filter and the region.", StoreRetry.Never),
        "PreconditionFailed" => (StoreFault.Changed, "The object changed after it was listed. Scan again to read it as it is now.", StoreRetry.Never),
        "InvalidObjectState" => (StoreFault.Cold, "The object is archived. Restore it with the provider, then scan again.", StoreRetry.Never),
        "SlowDown" or "ServiceUnavailable" or "Throttling" or "ThrottlingException" or "RequestLimitExceeded" or "TooManyRequests" or "BandwidthLimitExceeded" =>
            (StoreFault.Throttled, "The server asks to slow down and did so through all retries. Resume later, or read with fewer threads.", StoreRetry.Throttled),
        "RequestTimeout" or "InternalError" or "OperationAborted" =>
            (StoreFault.Unreachable, "The server had trouble of its own through all retries. Resume later.", StoreRetry.Hiccup),
        "PermanentRedirect" or "TemporaryRedirect" or "Redirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" =>
            (StoreFault.Misconfigured, "The bucket lies in another region or behind another address. Check the region and the service URL.", StoreRetry.Never),
        "InvalidBucketName" => (StoreFault.Misconfigured, "A bucket cannot have this name. Check the bucket filter.", StoreRetry.Never),
        "NotImplemented" or "MethodNotAllowed" => (StoreFault.Misconfigured, "The server does not offer what a scan needs (ListObjectsV2, GetObject).", StoreRetry.Never),
        _ when code.StartsWith("KMS.", StringComparison.Ordinal) =>
            (StoreFault.Denied, "The key the object is encrypted with cannot be used. Allow kms:Decrypt, and check that the key is enabled.", StoreRetry.Never),
        _ => null,
    };

    private static (StoreFault Fault, string Sentence, StoreRetry Retry) ByStatus(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => ByCode("AccessDenied")!.Value,
        404 => ByCode("NoSuchKey")!.Value,
        412 => ByCode("PreconditionFailed")!.Value,
        429 or 503 => ByCode("SlowDown")!.Value,
        >= 500 => ByCode("InternalError")!.Value,
        >= 300 and < 400 => ByCode("PermanentRedirect")!.Value,
        >= 200 and < 300 => (StoreFault.Misconfigured, "The server's answer cannot be read as S3. Check that the service URL leads to an S3 service.", StoreRetry.Hiccup),
        _ => (StoreFault.Unreadable, "The server refused this request.", StoreRetry.Never),
    };

    private static TimeSpan? RetryAfterOf(AmazonServiceException answer) =>
        HeaderOf(answer, "Retry-After") is { } text && int.TryParse(text, out var seconds) && seconds >= 0 ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A header of the failed answer, or null.</summary>
    public static string? HeaderOf(AmazonServiceException answer, string name)
    {
        for (Exception? inner = answer; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpErrorResponseException { Response: { } response } && response.IsHeaderPresent(name))
            {
                return response.GetHeaderValue(name);
            }
        }

        return null;
    }

    private static StoreFailure Failed(
        StoreFault fault, string sentence, StoreRetry retry, Exception inner, string? code = null, TimeSpan? retryAfter = null) =>
        new(new ObjectStoreException(fault, sentence, code, inner), retry, retryAfter);
}
