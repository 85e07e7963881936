using DlpDashboard.Providers;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>What differs between a form and what somebody else saved meanwhile.</summary>
internal static class EditDifferences
{
    /// <summary>One line for each value that differs; of secrets only whether a new one was entered.</summary>
    public static IReadOnlyList<EditDifference> Between(EndpointFormState mine, EndpointDetails theirs, IStoreProvider? provider)
    {
        var found = new List<EditDifference>();
        Compare("Name", mine.Name, theirs.Row.Name);
        foreach (var field in provider?.Fields ?? [])
        {
            if (field.Kind != StoreFieldKind.Secret)
            {
                var first = field.Choices?[0].Value;
                Compare(field.Label, mine.Get(field.Name) ?? first, theirs.Settings.GetValueOrDefault(field.Name) ?? first);
            }
            else if (mine.Get(field.Name) is { } entered)
            {
                found.Add(new EditDifference(field.Label, entered.Length > 0 ? "newly entered" : "to be forgotten", theirs.SecretNames.Contains(field.Name) ? "set" : "not set"));
            }
        }

        Compare("Buckets", mine.BucketFilter, theirs.Row.BucketFilter);
        Compare("Prefix", mine.Prefix, theirs.Row.Prefix);
        return found;

        void Compare(string label, string? ours, string? saved)
        {
            if ((ours ?? "") != (saved ?? ""))
            {
                found.Add(new EditDifference(label, ours ?? "", saved ?? ""));
            }
        }
    }
}

/// <summary>A value that differs.</summary>
/// <param name="Label">Of what.</param>
/// <param name="Mine">In the form.</param>
/// <param name="Theirs">As saved.</param>
internal sealed record EditDifference(string Label, string Mine, string Theirs);
