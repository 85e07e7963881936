using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Endpoints;

/// <summary>
/// Checks drafts against the rules of names and of their provider, without connecting; joins them with the secrets that are kept.
/// </summary>
/// <param name="factory">The providers.</param>
/// <param name="secrets">Reads kept secrets.</param>
/// <param name="options">Limits.</param>
public sealed class EndpointDraftCheck(ObjectStoreFactory factory, EndpointSecrets secrets, IOptions<EndpointOptions> options)
{
    private const int MaxSettings = 64 * 1024;
    private const int MaxFields = 50;
    private const int MaxBucketFilter = 4000;
    private static readonly IReadOnlyDictionary<string, string> NoSecrets = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Endpoints of one organisation at most.</summary>
    internal int MaxPerOrganisation => options.Value.MaxPerOrganisation;

    /// <summary>A new endpoint.</summary>
    internal Outcome<CheckedEndpoint> Check(EndpointDraft draft) => Check(draft, null);

    /// <summary>
    /// A change of <paramref name="current"/>. Kept secrets are joined in only where nothing changed that they belong to: a stored secret must not be
    /// sent to a server, or with a key, that it was not entered for.
    /// </summary>
    internal Outcome<CheckedEndpoint> Check(EndpointDraft draft, StorageEndpoint? current)
    {
        var name = EndpointNames.Check(draft.Name);
        if (!name.Succeeded)
        {
            return name.Problem;
        }

        if (string.IsNullOrWhiteSpace(draft.Provider))
        {
            return EndpointProblems.ProviderMissing;
        }

        if (current is not null && current.Provider != draft.Provider)
        {
            return EndpointProblems.ProviderFixed;
        }

        if (CheckSize(draft) is { } tooLarge)
        {
            return tooLarge;
        }

        var provider = factory.Find(draft.Provider);
        return provider is null ? factory.Check(new StoreConnection(draft.Provider, NoSecrets))! : Join(draft, name.Value, provider, current);
    }

    /// <summary>Every rule that the draft breaks, one a field; empty where <see cref="Check(EndpointDraft)"/> lets it pass.</summary>
    internal IReadOnlyList<Problem> Problems(EndpointDraft draft, StorageEndpoint? current)
    {
        var all = new List<Problem?> { EndpointNames.Check(draft.Name).Problem, CheckSize(draft) };
        var provider = string.IsNullOrWhiteSpace(draft.Provider) ? null : factory.Find(draft.Provider);
        if (provider is null)
        {
            all.Add(string.IsNullOrWhiteSpace(draft.Provider) ? EndpointProblems.ProviderMissing : factory.Check(new StoreConnection(draft.Provider, NoSecrets)));
        }
        else if (all[1] is null)
        {
            var counting = CountingSettings(draft, provider);
            var kept = current is null ? Outcome<IReadOnlyDictionary<string, string>>.Of(NoSecrets) : Kept(draft, provider, current, counting);
            all.Add(kept.Problem);
            all.AddRange(factory.Problems(new StoreConnection(provider.Id, EndpointConnections.Joined(counting, kept.Value ?? NoSecrets), Spaced(draft.BucketFilter), draft.Prefix ?? "")));
        }

        return [.. all.OfType<Problem>().DistinctBy(problem => problem.Field, StringComparer.Ordinal)];
    }

    private Outcome<CheckedEndpoint> Join(EndpointDraft draft, string name, IStoreProvider provider, StorageEndpoint? current)
    {
        var counting = CountingSettings(draft, provider);
        var secretNames = provider.Fields.Where(field => field.Kind == StoreFieldKind.Secret).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var settings = counting.Where(pair => pair.Value.Length > 0 && !secretNames.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        var entered = counting.Where(pair => pair.Value.Length > 0 && secretNames.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        var kept = current is null ? Outcome<IReadOnlyDictionary<string, string>>.Of(NoSecrets) : Kept(draft, provider, current, settings);
        if (!kept.Succeeded)
        {
            return kept.Problem;
        }

        var all = EndpointConnections.Joined(kept.Value, entered);
        var connection = new StoreConnection(provider.Id, EndpointConnections.Joined(settings, all), Spaced(draft.BucketFilter), draft.Prefix ?? "");
        if (factory.Check(connection) is { } problem)
        {
            return problem;
        }

        var address = StorableText.Of(provider.AddressOf(connection), StorageEndpoint.MaxAddress);
        var areKept = current is not null && entered.Count == 0 && kept.Value.Count == current.SecretNames.Count;
        return new CheckedEndpoint(name, new EndpointTarget(provider.Id, address, settings, connection.Buckets!, connection.Prefix!), all, areKept);
    }

    /// <summary>Whether the storage can be opened at all: a folder must be there and be allowed. Servers are not asked.</summary>
    internal async Task<Problem?> CheckOpensAsync(CheckedEndpoint wanted, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var store = factory.Open(wanted.Connection);
            return null;
        }
        catch (ObjectStoreException fault)
        {
            // The message is the sentence for people, by contract of that exception.
            var fields = factory.Find(wanted.Target.Provider)!.Fields;
            return Problem.Invalid("endpoints.unusable", fault.Message, fields.Count == 1 ? fields[0].Name : null);
        }
    }

    private Outcome<IReadOnlyDictionary<string, string>> Kept(EndpointDraft draft, IStoreProvider provider, StorageEndpoint current, IReadOnlyDictionary<string, string> settings)
    {
        var wanted = provider.Fields
            .Where(field => field.Kind == StoreFieldKind.Secret && current.SecretNames.Contains(field.Name) && !draft.Settings.ContainsKey(field.Name)
                && provider.Counts(field, settings.GetValueOrDefault))
            .ToList();
        if (wanted.Count == 0)
        {
            return Outcome<IReadOnlyDictionary<string, string>>.Of(NoSecrets);
        }

        if (provider.FirstBindingChange(current.Settings, settings) is { } changed)
        {
            return EndpointProblems.SecretMustBeEnteredAgain(changed.Label, wanted[0].Name);
        }

        var all = secrets.Unprotect(current);
        return all.Succeeded
            ? Outcome<IReadOnlyDictionary<string, string>>.Of(all.Value.Where(pair => wanted.Exists(field => field.Name == pair.Key)).ToDictionary(StringComparer.Ordinal))
            : all.Problem;
    }

    /// <summary>Values without surrounding blanks. Known fields that do not count are left out; unknown ones stay, to be refused by name.</summary>
    private static Dictionary<string, string> CountingSettings(EndpointDraft draft, IStoreProvider provider) =>
        draft.Settings
            .Where(pair => provider.Fields.FirstOrDefault(field => field.Name == pair.Key) is not { } field || provider.Counts(field, name => draft.Settings.GetValueOrDefault(name)?.Trim()))
            .ToDictionary(pair => pair.Key, pair => pair.Value?.Trim() ?? "", StringComparer.Ordinal);

    private static string Spaced(string? filter) =>
        string.Join(", ", (filter ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static bool IsStorable(string? text) => text is null || StorableText.Of(text, int.MaxValue) == text;

    private static Problem? CheckSize(EndpointDraft draft)
    {
        if (draft.BucketFilter is { Length: > MaxBucketFilter })
        {
            return EndpointProblems.BucketFilterTooLong;
        }

        if (!IsStorable(draft.BucketFilter) || !IsStorable(draft.Prefix))
        {
            return EndpointProblems.TextUnusable(IsStorable(draft.Prefix) ? "bucketFilter" : "prefix");
        }

        var size = draft.Settings.Sum(pair => (long)pair.Key.Length + (pair.Value?.Length ?? 0));
        return draft.Settings.Count > MaxFields || size > MaxSettings ? EndpointProblems.SettingsTooLarge : null;
    }
}
