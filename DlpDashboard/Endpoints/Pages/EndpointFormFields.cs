using DlpDashboard.Providers;

namespace DlpDashboard.Endpoints.Pages;

/// <summary>Which of a provider's fields a form shows now.</summary>
internal static class EndpointFormFields
{
    /// <summary>Those that count beside the other values, in order.</summary>
    public static IEnumerable<StoreField> Shown(this EndpointFormState state, IStoreProvider provider) =>
        provider.Fields.Where(field => provider.Counts(field, state.Get));
}
