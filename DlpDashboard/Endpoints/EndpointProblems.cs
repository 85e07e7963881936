using System.Globalization;
using DlpDashboard.Kernel;

namespace DlpDashboard.Endpoints;

/// <summary>What may be expected to fail around endpoints.</summary>
public static class EndpointProblems
{
    /// <summary>The code of <see cref="EditConflict"/>.</summary>
    public const string EditConflictCode = "endpoints.edit-conflict";

    /// <summary>No endpoint with this id here.</summary>
    public static readonly Problem NotFound = Problem.NotFound("endpoints.not-found", "There is no such storage endpoint. It may have been deleted; look at the list.");

    /// <summary>Scans are off for it.</summary>
    public static readonly Problem Disabled = Problem.Conflict("endpoints.disabled", "This storage endpoint is disabled. Enable it on its page, then try again.");

    /// <summary>The encryption keys do not fit.</summary>
    public static readonly Problem SecretUnreadable = Problem.Conflict("endpoints.secret-unreadable", "The stored secret can no longer be read. Open the endpoint and enter the secret again.");

    /// <summary>A filter names no state.</summary>
    public static readonly Problem StateUnknown = Problem.Invalid("endpoints.state-unknown", "state is one of connected, untested, failing and disabled; it may be repeated.", "state");

    /// <summary>No name.</summary>
    public static readonly Problem NameMissing = Problem.Invalid("endpoints.name-missing", "Give the endpoint a name.", "name");

    /// <summary>The name is too long.</summary>
    public static readonly Problem NameTooLong = Problem.Invalid("endpoints.name-too-long", $"The name is longer than {StorageEndpoint.MaxName} characters. Shorten it.", "name");

    /// <summary>The name holds characters that hide or reorder text.</summary>
    public static readonly Problem NameUnusable = Problem.Invalid("endpoints.name-unusable", "The name holds control characters or marks that change the direction of text. Type it anew.", "name");

    /// <summary>No provider.</summary>
    public static readonly Problem ProviderMissing = Problem.Invalid("endpoints.provider-missing", "Choose a provider.", "provider");

    /// <summary>A provider cannot be changed later.</summary>
    public static readonly Problem ProviderFixed = Problem.Invalid("endpoints.provider-fixed", "The provider of an endpoint cannot be changed. Add a new endpoint instead.", "provider");

    /// <summary>All settings together are too large.</summary>
    public static readonly Problem SettingsTooLarge = Problem.Invalid("endpoints.settings-too-large", "The settings are too large. Shorten them.", "settings");

    /// <summary>The bucket filter is too long.</summary>
    public static readonly Problem BucketFilterTooLong = Problem.Invalid("endpoints.bucket-filter-too-long", "The bucket filter is longer than 4,000 characters. Use wildcards such as logs-*.", "bucketFilter");

    /// <summary>Text that no database keeps.</summary>
    public static Problem TextUnusable(string field) => Problem.Invalid("endpoints.text-unusable", "This text holds a NUL character or half a character. Type it anew.", field);

    /// <summary>A setting of another JSON type.</summary>
    public static Problem SettingNoText(string name) => Problem.Invalid(
        "endpoints.setting-no-text", "A setting is a text, true, false or null. Put its value in quotes.", StorableText.Of(name, 40));

    /// <summary>The name is taken.</summary>
    public static readonly Problem DuplicateName = Problem.Conflict("endpoints.duplicate-name", "Another endpoint has this name. Choose a different one.", "name");

    /// <summary>The same data is connected already.</summary>
    public static readonly Problem DuplicateTarget = Problem.Conflict("endpoints.duplicate-target", "Another endpoint connects to the same storage with the same buckets and prefix. Use that one, or narrow this one down.", "bucketFilter");

    /// <summary>The organisation's limit.</summary>
    public static readonly Problem TooMany = new(ProblemKind.TooMany, "endpoints.too-many", "The organisation has as many endpoints as it may have. Delete one that is no longer needed.");

    /// <summary>Tests are limited, so that the form cannot be used to knock at many doors.</summary>
    public static readonly Problem TooManyTests = new(ProblemKind.TooMany, "endpoints.too-many-tests", "Too many connection tests in a short time. Wait a minute and try again.");

    /// <summary>A kept secret is never sent elsewhere.</summary>
    public static Problem SecretMustBeEnteredAgain(string changedLabel, string secretField) => Problem.Invalid(
        "endpoints.secret-required-again",
        $"{changedLabel} changed, so the stored secret is not used again. Enter the secret that belongs to the new setting.",
        secretField);

    /// <summary>Somebody else was faster.</summary>
    public static Problem EditConflict(string by, DateTime atUtc) => Problem.Conflict(
        EditConflictCode,
        string.Create(CultureInfo.InvariantCulture, $"{by} changed this endpoint on {atUtc:yyyy-MM-dd} at {atUtc:HH:mm} UTC, after you opened it. Look at both states and save again."));
}
