using System.Xml;
using Azure;
using Azure.Identity;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.Azure;

/// <summary>What a failure of the SDK, the server or the network means. Codes: Azure Storage REST reference, "Blob service error codes", "SAS error codes".</summary>
internal static class AzureFaults
{
    private const string NotAzure = "The server's answer cannot be read as Azure Blob Storage. Check that the blob endpoint leads to a blob service.";

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

    /// <summary>What an answer that is no success means.</summary>
    public static AzureRefusal OfAnswer(Response answer)
    {
        var (code, detail) = ReadError(answer);
        var (fault, sentence, retry) = ByDetail(code, detail) ?? ByCode(code) ?? ByStatus(answer.Status);
        var shown = code.Length is > 0 and <= 64 && code.All(char.IsAsciiLetterOrDigit) ? code : null;
        var after = answer.Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, out var seconds) && seconds >= 0 ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return new AzureRefusal(new StoreFailure(
            new ObjectStoreException(fault, shown is null ? sentence : $"{sentence} (The server says {shown}.)", shown), retry, after));
    }

    private static StoreFailure? OfOne(Exception exception) => exception switch
    {
        AzureRefusal refusal => refusal.Failure,
        XmlException or FormatException or OverflowException => Failed(StoreFault.Misconfigured, NotAzure, StoreRetry.Hiccup, exception),
        CredentialUnavailableException => Failed(
            StoreFault.SignInFailed, "The machine has no Azure identity. Give it a managed identity, set up the environment of the app's system user, or use an account key or a SAS.", StoreRetry.Never, exception),
        AuthenticationFailedException => Failed(
            StoreFault.SignInFailed, "Azure gave no token to this machine's identity. Check the client id, the identity and its tenant.", StoreRetry.Never, exception),
        _ => NetworkFaults.Of(exception),
    };

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? ByDetail(string code, string detail) => code is not ("AuthenticationFailed" or "InvalidAuthenticationInfo") ? null
        : detail.Contains("Signature not valid in the specified time frame", StringComparison.OrdinalIgnoreCase) || detail.Contains("expir", StringComparison.OrdinalIgnoreCase) ?
            (StoreFault.SignInFailed, "The SAS or token has expired or is not valid yet. Make a new one, and check this machine's clock.", StoreRetry.Never)
        : detail.Contains("date header", StringComparison.OrdinalIgnoreCase) ?
            (StoreFault.SignInFailed, "The clocks of this machine and the server differ by more than 15 minutes. Set this machine's clock by NTP.", StoreRetry.Never)
        : null;

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? ByCode(string code) => OfSignIn(code) ?? OfRights(code) ?? OfObject(code) ?? OfServer(code);

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? OfSignIn(string code) => code switch
    {
        "AuthenticationFailed" or "InvalidAuthenticationInfo" or "NoAuthenticationInformation" or "MissingRequiredHeader" =>
            (StoreFault.SignInFailed, "The account key or SAS is wrong. Enter it again, whole and without spaces; if the key was renewed, take the new one.", StoreRetry.Never),
        "KeyBasedAuthenticationNotPermitted" =>
            (StoreFault.SignInFailed, "The account does not take account keys. Use a managed identity or a user delegation SAS, or allow key access in the account's configuration.", StoreRetry.Never),
        "AuthorizationServiceMismatch" =>
            (StoreFault.SignInFailed, "The SAS is not for blobs. Make one that allows the blob service.", StoreRetry.Never),
        "AuthorizationProtocolMismatch" or "AccountRequiresHttps" =>
            (StoreFault.Misconfigured, "The account or SAS asks for https. Give a blob endpoint that begins with https://.", StoreRetry.Never),
        "AuthorizationSourceIPMismatch" =>
            (StoreFault.SignInFailed, "The SAS does not allow this machine's address. Make one without an address range, or with this machine's.", StoreRetry.Never),
        "AccountIsDisabled" => (StoreFault.SignInFailed, "The storage account is disabled. Check the subscription.", StoreRetry.Never),
        "InvalidUri" or "ResourceNotFound" or "AccountNotFound" =>
            (StoreFault.Misconfigured, "There is no such account behind this address. Check the account name and the blob endpoint.", StoreRetry.Never),
        _ => null,
    };

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? OfRights(string code) => code switch
    {
        "AuthorizationFailure" =>
            (StoreFault.Denied, "The account's network rules or the credentials' rights refuse this. Add this machine's network to the account's networking rules, and allow reading and listing (role Storage Blob Data Reader, or a SAS with r and l).", StoreRetry.Never),
        "AuthorizationPermissionMismatch" or "InsufficientAccountPermissions" or "UnauthorizedBlobOverwrite" =>
            (StoreFault.Denied, "These credentials may not do this. Give the role Storage Blob Data Reader, or a SAS with the permissions read and list.", StoreRetry.Never),
        "AuthorizationResourceTypeMismatch" =>
            (StoreFault.Denied, "The SAS does not cover this. Make it for service, container and object, or name the containers in the filter.", StoreRetry.Never),
        "PublicAccessNotPermitted" =>
            (StoreFault.Denied, "The account allows no anonymous access. Sign in with a key, a SAS or an identity.", StoreRetry.Never),
        "BlobUsesCustomerSpecifiedEncryption" =>
            (StoreFault.Denied, AzureObjectStore.ForeignKey, StoreRetry.Never),
        "FeatureVersionMismatch" or "InsufficientPermissionForOperation" =>
            (StoreFault.Denied, "The SAS or its access policy does not allow this. Make a new one with read and list.", StoreRetry.Never),
        _ => null,
    };

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? OfObject(string code) => code switch
    {
        "BlobNotFound" => (StoreFault.Vanished, "The object is no longer there.", StoreRetry.Never),
        "ContainerNotFound" or "ContainerDisabled" => (StoreFault.Vanished, "There is no such container. Check the bucket filter and the account.", StoreRetry.Never),
        "ContainerBeingDeleted" => (StoreFault.Vanished, "The container is being deleted. Take it out of the bucket filter.", StoreRetry.Never),
        "ConditionNotMet" or "TargetConditionNotMet" => (StoreFault.Changed, "The object changed after it was listed. Scan again to read it as it is now.", StoreRetry.Never),
        "InvalidRange" => (StoreFault.Changed, "The object is shorter than it was listed. Scan again to read it as it is now.", StoreRetry.Never),
        "BlobArchived" or "BlobBeingRehydrated" => (StoreFault.Cold, "The object is archived. Restore it to the hot or cool tier, then scan again.", StoreRetry.Never),
        "InvalidResourceName" or "OutOfRangeInput" => (StoreFault.Unreadable, "The server does not take this name.", StoreRetry.Never),
        _ => null,
    };

    private static (StoreFault Fault, string Sentence, StoreRetry Retry)? OfServer(string code) => code switch
    {
        "ServerBusy" or "TooManyRequests" or "IngressLimitExceeded" or "EgressLimitExceeded" =>
            (StoreFault.Throttled, "The server asks to slow down and did so through all retries. Resume later, or read with fewer threads.", StoreRetry.Throttled),
        "InternalError" or "OperationTimedOut" =>
            (StoreFault.Unreachable, "The server had trouble of its own through all retries. Resume later.", StoreRetry.Hiccup),
        "UnsupportedHttpVerb" or "APINotImplemented" or "NotImplemented" =>
            (StoreFault.Misconfigured, "The server does not offer what a scan needs (List Blobs, Get Blob).", StoreRetry.Never),
        _ => null,
    };

    private static (StoreFault Fault, string Sentence, StoreRetry Retry) ByStatus(int status) => status switch
    {
        401 => OfSignIn("AuthenticationFailed")!.Value,
        403 => OfRights("AuthorizationFailure")!.Value,
        404 => OfObject("BlobNotFound")!.Value,
        412 => OfObject("ConditionNotMet")!.Value,
        416 => OfObject("InvalidRange")!.Value,
        429 or 503 => OfServer("ServerBusy")!.Value,
        501 => OfServer("NotImplemented")!.Value,
        >= 500 => OfServer("InternalError")!.Value,
        >= 300 and < 400 => (StoreFault.Misconfigured, "The server sends requests elsewhere, which is not followed. Give the blob endpoint it leads to.", StoreRetry.Never),
        _ => (StoreFault.Unreadable, "The server refused this request.", StoreRetry.Never),
    };

    private static (string Code, string Detail) ReadError(Response answer)
    {
        var code = answer.Headers.TryGetValue("x-ms-error-code", out var header) ? header : string.Empty;
        try
        {
            using var reader = AzureXml.Open(answer.ContentStream ?? Stream.Null);
            var detail = string.Empty;
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Code", IsEmptyElement: false } && code.Length == 0 && reader.Read())
                {
                    code = reader.Value;
                }
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "AuthenticationErrorDetail", IsEmptyElement: false } && reader.Read())
                {
                    detail = reader.Value;
                }
            }

            return (code, detail);
        }
        catch (XmlException)
        {
            return (code, string.Empty);
        }
    }

    private static StoreFailure Failed(StoreFault fault, string sentence, StoreRetry retry, Exception inner) =>
        new(new ObjectStoreException(fault, sentence, inner: inner), retry);
}
