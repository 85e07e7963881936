using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace DlpDashboard.UI.Navigation;

/// <summary>
/// The page's filters as the address holds them. Writing replaces the entry of the browser's history, so that "back" leaves the page and does not undo filters one by one.
/// Several changes asked for in the same turn end in one address.
/// </summary>
public sealed class QueryState : IDisposable
{
    private readonly NavigationManager _navigation;

    /// <summary>Reads the circuit's address.</summary>
    public QueryState(NavigationManager navigation)
    {
        _navigation = navigation;
        _navigation.LocationChanged += Tell;
    }

    /// <summary>The address changed.</summary>
    public event Action? Changed;

    /// <summary>The value of a parameter, or null; the first where there are more.</summary>
    public string? Get(string name) => All(name) is [var first, ..] ? first : null;

    /// <summary>All values of a parameter.</summary>
    public IReadOnlyList<string> All(string name) =>
        Read().TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(value => value.Length > 0)] : [];

    /// <summary>The parameter as a truth: <c>true</c> or <c>1</c>.</summary>
    public bool Is(string name) => Get(name) is "true" or "1";

    /// <summary>Sets one parameter; null or empty takes it away.</summary>
    public void Set(string name, string? value) => SetAll(name, value is null or "" ? [] : [value]);

    /// <summary>Sets one parameter to several values; none takes it away.</summary>
    public void SetAll(string name, IReadOnlyList<string> values) => Go(_navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = values.Count == 0 ? null : values.ToArray() }), replace: true);

    /// <summary>Takes parameters away.</summary>
    public void Clear(params IEnumerable<string> names) => Go(_navigation.GetUriWithQueryParameters(
        names.ToDictionary(name => name, _ => (object?)null, StringComparer.Ordinal)), replace: true);

    /// <summary>Sets one parameter as a step that "back" undoes: opening a panel.</summary>
    public void Push(string name, string? value) => Go(With(name, value), replace: false);

    /// <summary>The present address with another value of one parameter: for links.</summary>
    public string With(string name, string? value) => _navigation.GetUriWithQueryParameter(name, value is "" ? null : value);

    /// <inheritdoc />
    public void Dispose() => _navigation.LocationChanged -= Tell;

    private Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Read() =>
        QueryHelpers.ParseQuery(new Uri(_navigation.Uri).Query);

    private void Go(string uri, bool replace)
    {
        if (!string.Equals(uri, _navigation.Uri, StringComparison.Ordinal))
        {
            _navigation.NavigateTo(uri, replace: replace);
        }
    }

    private void Tell(object? sender, LocationChangedEventArgs change) => Changed?.Invoke();
}
