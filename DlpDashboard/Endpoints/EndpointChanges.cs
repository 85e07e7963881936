namespace DlpDashboard.Endpoints;

/// <summary>Tells by name what an edit changes; values stay out of it.</summary>
internal static class EndpointChanges
{
    /// <summary>The changed fields, camelCase as REST names them; none where nothing changes.</summary>
    public static IReadOnlyList<string> Between(StorageEndpoint before, CheckedEndpoint after, bool? isEnabled)
    {
        var changed = new List<string>();
        Compare("name", before.Name, after.Name);
        Compare("bucketFilter", before.BucketFilter, after.Target.BucketFilter);
        Compare("prefix", before.Prefix, after.Target.Prefix);
        foreach (var name in before.Settings.Keys.Union(after.Target.Settings.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Compare(name, before.Settings.GetValueOrDefault(name), after.Target.Settings.GetValueOrDefault(name));
        }

        if (!after.AreSecretsKept)
        {
            changed.AddRange(after.Secrets.Keys.Union(before.SecretNames, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }

        Compare("enabled", before.IsEnabled ? "true" : "false", (isEnabled ?? before.IsEnabled) ? "true" : "false");
        return changed;

        void Compare(string field, string? old, string? now)
        {
            if (old != now)
            {
                changed.Add(field);
            }
        }
    }
}
