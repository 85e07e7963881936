using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Kernel;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>What stands in the form of an endpoint. Holds newly entered secrets, so it stays on the server and nothing prints it.</summary>
public sealed class EndpointFormState
{
    private byte[] _before = [];

    private EndpointFormState(EndpointDetails? saved) => Saved = saved;

    /// <summary>The endpoint as it was when the form was filled; null for a new one.</summary>
    public EndpointDetails? Saved { get; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The provider's id.</summary>
    public string Provider { get; set; } = "";

    /// <summary>Names or globs of buckets.</summary>
    public string? BucketFilter { get; set; }

    /// <summary>What every key must begin with.</summary>
    public string? Prefix { get; set; }

    /// <summary>The provider's settings, and the secrets that were entered: an entered empty one is to be forgotten.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>What stood in the way of saving or testing last.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Everything that is wrong with the values, each with its field; mended ones leave.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Whether something differs from what the form was filled with.</summary>
    public bool IsDirty => !_before.AsSpan().SequenceEqual(Fingerprint());

    /// <summary>An empty form.</summary>
    public static EndpointFormState New(string provider) => new EndpointFormState(null) { Provider = provider }.Begun();

    /// <summary>A form filled with an endpoint.</summary>
    public static EndpointFormState Of(EndpointDetails saved)
    {
        var state = new EndpointFormState(saved)
        {
            Name = saved.Row.Name,
            Provider = saved.Row.Provider,
            BucketFilter = saved.Row.BucketFilter,
            Prefix = saved.Row.Prefix,
        };
        foreach (var (name, value) in saved.Settings)
        {
            state.Settings[name] = value;
        }

        return state.Begun();
    }

    /// <summary>The value of a setting, or null.</summary>
    public string? Get(string field) => Settings.GetValueOrDefault(field);

    /// <summary>Changes a setting; null takes it away, which for a secret means that the stored one stays.</summary>
    public void Set(string field, string? value)
    {
        Mend(field);
        if (value is null)
        {
            Settings.Remove(field);
        }
        else
        {
            Settings[field] = value;
        }
    }

    /// <summary>Whether a secret of this name is stored.</summary>
    public bool IsKept(string field) => Saved?.SecretNames.Contains(field, StringComparer.Ordinal) == true;

    /// <summary>What is wrong with a field, or null.</summary>
    public string? ErrorOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    /// <summary>Saving or testing was refused, or began anew.</summary>
    /// <param name="problem">Why; null where nothing stands in the way.</param>
    /// <param name="all">Everything that is wrong with the values; the problem itself is added.</param>
    public void Refuse(Problem? problem, IReadOnlyList<Problem> all) =>
        (Problem, Problems) = (problem, problem is null ? [] : [problem, .. all.Where(other => other.Field != problem.Field)]);

    /// <summary>The person wrote a field anew: what was wrong with it is not said any more.</summary>
    public void Mend(string field)
    {
        Problems = [.. Problems.Where(problem => problem.Field != field)];
        Problem = Problem?.Field == field ? (Problems.Count > 0 ? Problems[0] : null) : Problem;
    }

    /// <summary>What saving or testing asks for.</summary>
    public EndpointDraft ToDraft() => new()
    {
        Name = Name,
        Provider = Provider,
        Settings = new Dictionary<string, string?>(Settings, StringComparer.Ordinal),
        BucketFilter = BucketFilter,
        Prefix = Prefix,
    };

    private EndpointFormState Begun()
    {
        _before = Fingerprint();
        return this;
    }

    // A hash, so that no second copy of a secret is kept for comparing.
    private byte[] Fingerprint()
    {
        string?[] parts = [Name, Provider, BucketFilter, Prefix, .. Settings.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value })];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => $"{part?.Length ?? 0}:{part}"))));
    }
}
