using System.Text.Json;
using DlpDashboard.Providers.Network;
using Google.Apis.Auth.OAuth2.Responses;

namespace DlpDashboard.Providers.Gcs;

/// <summary>
/// What a failure of the service, the token server or the network means. Statuses and reasons: Cloud Storage JSON API, "HTTP status and
/// error codes for JSON"; which of them to repeat: Cloud Storage, "Retry strategy" (408, 429, 5xx and broken connections).
/// </summary>
internal static class GcsFaults
{
    private const string NoStorage = "The server's answer cannot be read as Cloud Storage. Check that the endpoint URL leads to Cloud Storage or an emulator of it.";

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

        return exception is InvalidOperationException
            ? Failed(StoreFault.SignInFailed, "No access token could be had. Check the credentials, and that the machine may reach Google's token service.", StoreRetry.Never, exception)
            : NetworkFaults.Broken(exception);
    }

    /// <summary>What an answer means that is no success.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">What it says; any text.</param>
    /// <param name="isOfObject">Whether an object was asked for, and not a bucket.</param>
    /// <param name="retryAfter">The wait it asks for, or null.</param>
    public static StoreFailure OfAnswer(int status, ReadOnlySpan<byte> body, bool isOfObject, TimeSpan? retryAfter)
    {
        var said = GcsError.Read(body);
        var (fault, sentence, retry) = ByReason(said.Reason) ?? ByMessage(said.Message) ?? ByStatus(status, isOfObject);
        var shown = said.Reason is { Length: > 0 and <= 64 } reason && reason.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.') ? reason : null;
        return Failed(fault, shown is null ? sentence : $"{sentence} (The server says {shown}.)", retry, null, shown, retryAfter);
    }

    /// <summary>An answer that is no listing or leads nowhere.</summary>
    public static ObjectStoreException Damaged(string what) =>
        new(StoreFault.Misconfigured, $"{what} Check that the endpoint URL leads to Cloud Storage, and tell its operator.");

    private static StoreFailure? OfOne(Exception exception) => exception switch
    {
        GcsAnswerException answer => answer.Failure,
        TokenResponseException refused => OfToken(refused),
        JsonException or FormatException or OverflowException => Failed(StoreFault.Misconfigured, NoStorage, StoreRetry.Hiccup, exception),
        HttpRequestException { StatusCode: { } status } when (int)status is 408 or 429 or >= 500 =>
            Failed(StoreFault.Unreachable, "Google's token service had trouble of its own through all retries. Resume later.", StoreRetry.Hiccup, exception),
        _ => NetworkFaults.Of(exception),
    };

    // RFC 6749, section 5.2, and what Google writes beside the code.
    private static StoreFailure OfToken(TokenResponseException refused)
    {
        if ((int?)refused.StatusCode is 408 or 429 or >= 500)
        {
            return Failed(StoreFault.Unreachable, "Google's token service had trouble of its own through all retries. Resume later.", StoreRetry.Hiccup, refused);
        }

        var told = refused.Error?.ErrorDescription ?? string.Empty;
        var sentence = refused.Error?.Error switch
        {
            "invalid_grant" when told.Contains("timeframe", StringComparison.OrdinalIgnoreCase) || told.Contains("short-lived", StringComparison.OrdinalIgnoreCase) =>
                "Google refuses the sign-in because this machine's clock is off. Set it by NTP.",
            "invalid_grant" when told.Contains("account not found", StringComparison.OrdinalIgnoreCase) =>
                "There is no such service account any more. Make a new one, and a key for it.",
            "invalid_grant" when told.Contains("signature", StringComparison.OrdinalIgnoreCase) =>
                "Google does not know this key: it was deleted or disabled, or does not belong to the account. Make a new key for the service account.",
            "invalid_grant" => "Google refuses the credentials: the key was deleted or disabled, or the machine's sign-in has expired. Make a new key, or sign in again on the machine.",
            "invalid_client" or "unauthorized_client" or "disabled_client" or "access_denied" or "deleted_client" =>
                "The service account is disabled or may not sign in. Enable it in Google Cloud, or use another one.",
            "invalid_scope" or "invalid_request" => "The token server does not take this sign-in. Check the key's \"token_uri\" and the endpoint URL.",
            _ => "The token server refuses the sign-in. Check the credentials, and that the service account and its key are enabled.",
        };
        var code = refused.Error?.Error is { Length: > 0 and <= 64 } error && error.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? error : null;
        return Failed(StoreFault.SignInFailed, sentence, StoreRetry.Never, refused, code);
    }

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? ByReason(string reason) => reason.ToLowerInvariant() switch
    {
        "autherror" or "invalidcredentials" or "unauthorized" or "autherrorexpired" or "expired" =>
            (StoreFault.SignInFailed, "The service does not take the access token. Check that the service account and its key are enabled.", StoreRetry.Never),
        "ratelimitexceeded" or "userratelimitexceeded" or "usageratelimitexceeded" or "rate_limit_exceeded" =>
            (StoreFault.Throttled, "The service asks to slow down and did so through all retries. Resume later, or read with fewer threads.", StoreRetry.Throttled),
        "quotaexceeded" or "dailylimitexceeded" or "dailylimitexceededunreg" =>
            (StoreFault.Throttled, "The project's quota is used up. Raise it in Google Cloud, or resume later.", StoreRetry.Never),
        "userprojectmissing" =>
            (StoreFault.Denied, "The bucket lets requesters pay. Give the project that pays.", StoreRetry.Never),
        "userprojectinvalid" or "userprojectinconsistent" or "userprojectaccessdenied" =>
            (StoreFault.Misconfigured, "The project that pays cannot be used. Check its id, and grant these credentials serviceusage.services.use in it.", StoreRetry.Never),
        "accountdisabled" or "billingnotenabled" or "billing_disabled" or "useraccountdisabled" =>
            (StoreFault.Misconfigured, "The project's billing is switched off, so its buckets cannot be read. Enable billing in Google Cloud.", StoreRetry.Never),
        "accessnotconfigured" or "service_disabled" =>
            (StoreFault.Misconfigured, "The Cloud Storage API is not enabled in the project. Enable it in Google Cloud, wait some minutes, then try again.", StoreRetry.Never),
        "vpcservicecontrols" or "security_policy_violated" or "securitypolicyviolated" or "org_restriction_violation" =>
            (StoreFault.Denied, "A service perimeter of the organisation forbids this. Let the app's network or service account into the perimeter (VPC Service Controls).", StoreRetry.Never),
        "resourceisencryptedwithcustomerencryptionkey" or "customerencryptionkeyisincorrect" =>
            (StoreFault.Denied, "The object is encrypted with a key its owner keeps, so it cannot be read here. Rewrite it with a key of Google or Cloud KMS to have it scanned.", StoreRetry.Never),
        "sslrequired" => (StoreFault.Misconfigured, "The service wants TLS. Give an endpoint URL that begins with https://.", StoreRetry.Never),
        "conditionnotmet" => ByStatus(412, isOfObject: true),
        "notimplemented" => ByStatus(501, isOfObject: true),
        _ => null,
    };

    // Where the reason is only "forbidden", "required" or "invalid", the text tells more; its words are Google's and looked for loosely.
    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? ByMessage(string message) =>
        Says(message, "requester pays") ? ByReason("userProjectMissing")
        : Says(message, "vpcServiceControls") || Says(message, "prohibited by organization's policy") ? ByReason("vpcServiceControls")
        : Says(message, "cloudkms") || Says(message, "Cloud KMS") ? (StoreFault.Denied, "The Cloud KMS key of the object cannot be used. Check that it is enabled, and grant the bucket's service agent the right to decrypt with it.", StoreRetry.Never)
        : Says(message, "customer-supplied encryption key") ? ByReason("resourceIsEncryptedWithCustomerEncryptionKey")
        : Says(message, "billing account") ? ByReason("accountDisabled")
        : null;

    private static (StoreFault Fault, string Sentence, StoreRetry Retry) ByStatus(int status, bool isOfObject) => status switch
    {
        401 => ByReason("authError")!.Value,
        403 => (StoreFault.Denied, "These credentials may not do this. Grant them Storage Object Viewer on the bucket (storage.objects.list, storage.objects.get), and storage.buckets.list on the project or name the buckets.", StoreRetry.Never),
        404 when isOfObject => (StoreFault.Vanished, "The object is no longer there.", StoreRetry.Never),
        404 => (StoreFault.Vanished, "There is no such bucket or project. Check the bucket filter and the project id.", StoreRetry.Never),
        412 or 416 => (StoreFault.Changed, "The object changed after it was listed. Scan again to read it as it is now.", StoreRetry.Never),
        429 => ByReason("rateLimitExceeded")!.Value,
        501 => (StoreFault.Misconfigured, "The server does not offer what a scan needs (listing and reading objects).", StoreRetry.Never),
        408 or >= 500 => (StoreFault.Unreachable, "The service had trouble of its own through all retries. Resume later.", StoreRetry.Hiccup),
        >= 300 and < 400 => (StoreFault.Misconfigured, "The server sends elsewhere, which is not followed. Give the endpoint URL it leads to, if that is right.", StoreRetry.Never),
        _ => (StoreFault.Unreadable, "The service refused this request.", StoreRetry.Never),
    };

    private static bool Says(string message, string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static StoreFailure Failed(
        StoreFault fault, string sentence, StoreRetry retry, Exception? inner, string? code = null, TimeSpan? retryAfter = null) =>
        new(new ObjectStoreException(fault, sentence, code, inner), retry, retryAfter);
}
