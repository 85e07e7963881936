using DlpDashboard.Access;

namespace DlpDashboard.Endpoints;

/// <summary>
/// A connected storage of an organisation: where it lies, which part of it counts and how to sign in. Secrets are kept encrypted and apart
/// from the other settings; nothing but <see cref="EndpointSecrets"/> reads them.
/// </summary>
public sealed class StorageEndpoint
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int MaxName = 100;

    /// <summary>Longest address that is kept for showing.</summary>
    public const int MaxAddress = 500;

    private StorageEndpoint()
    {
    }

    /// <summary>A new endpoint, enabled and untested.</summary>
    public StorageEndpoint(Guid id, Actor actor, DateTime nowUtc)
    {
        Id = id;
        OrganisationId = actor.OrganisationId;
        CreatedUtc = nowUtc;
        CreatedBy = actor.Name;
        UpdatedUtc = nowUtc;
        UpdatedBy = actor.Name;
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>As shown; unique within the organisation whatever the case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What makes the name unique (<see cref="EndpointKeys.OfName"/>); null once deleted, so that the name is free again.</summary>
    public string? NameKey { get; private set; }

    /// <summary>The provider's id: <c>local</c>, <c>aws</c>.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>Where it leads, for people: service and account, or the folder. No secrets.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What makes the target unique (<see cref="EndpointKeys.OfTarget"/>); null once deleted.</summary>
    public string? TargetKey { get; private set; }

    /// <summary>Name and address in invariant upper case, for searching alike on every database.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The provider's settings that are no secrets, by field name: region, service URL, access key id, role, root folder.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Which secret settings are kept, by field name; never their values.</summary>
    public IReadOnlyList<string> SecretNames { get; private set; } = [];

    /// <summary>The secret settings, encrypted for this organisation and this endpoint only; null where there are none.</summary>
    public string? ProtectedSecrets { get; private set; }

    /// <summary>Names or globs of the buckets that count, separated by commas; empty for all.</summary>
    public string BucketFilter { get; private set; } = "";

    /// <summary>What every key must begin with; empty for all.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>Whether it may be scanned.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>Grows by one with each change; what <c>ETag</c> tells.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>When it was added.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>Who added it.</summary>
    public string CreatedBy { get; private set; } = "";

    /// <summary>When it was last changed.</summary>
    public DateTime UpdatedUtc { get; private set; }

    /// <summary>Who changed it last.</summary>
    public string UpdatedBy { get; private set; } = "";

    /// <summary>When it was deleted; what hangs on it is cleared away in the background, the row last.</summary>
    public DateTime? DeletedUtc { get; private set; }

    /// <summary>When the kept settings were last tested; null since they changed.</summary>
    public DateTime? TestedUtc { get; private set; }

    /// <summary>Whether every step of that test went well.</summary>
    public bool? TestPassed { get; private set; }

    /// <summary>The steps of that test; null where there is none.</summary>
    public IReadOnlyList<ConnectionTestStep>? TestSteps { get; private set; }

    /// <summary>Takes over the name and what it connects to. A last test no longer speaks of it.</summary>
    internal void Set(string name, EndpointTarget target, KeptSecrets secrets)
    {
        Name = name;
        NameKey = EndpointKeys.OfName(name);
        var isSameTarget = secrets.Protected == ProtectedSecrets && target.IsThatOf(this);
        Provider = target.Provider;
        Address = target.Address;
        TargetKey = EndpointKeys.OfTarget(target);
        SearchText = $"{name}\n{target.Address}".ToUpperInvariant();
        Settings = target.Settings;
        BucketFilter = target.BucketFilter;
        Prefix = target.Prefix;
        SecretNames = secrets.Names;
        ProtectedSecrets = secrets.Protected;
        if (!isSameTarget)
        {
            (TestedUtc, TestPassed, TestSteps) = (null, null, null);
        }
    }

    /// <summary>Keeps what a test of the kept settings saw; no change of the endpoint itself.</summary>
    internal void RecordTest(DateTime atUtc, IReadOnlyList<ConnectionTestStep> steps)
    {
        TestedUtc = atUtc;
        TestPassed = steps.All(step => step.State != ConnectionTestState.Failed);
        TestSteps = steps;
    }

    /// <summary>Allows or forbids scans.</summary>
    internal void Enable(bool isEnabled) => IsEnabled = isEnabled;

    /// <summary>Marks a change, so that whoever edits an older state is told.</summary>
    internal void Touch(Actor actor, DateTime nowUtc)
    {
        Version++;
        UpdatedUtc = nowUtc;
        UpdatedBy = actor.Name;
    }

    /// <summary>Takes it out of sight and frees its name and target; its secrets are forgotten at once.</summary>
    internal void Delete(Actor actor, DateTime nowUtc)
    {
        DeletedUtc = nowUtc;
        IsEnabled = false;
        NameKey = null;
        TargetKey = null;
        ProtectedSecrets = null;
        SecretNames = [];
        Touch(actor, nowUtc);
    }
}
