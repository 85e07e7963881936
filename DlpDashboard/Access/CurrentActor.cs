using Microsoft.AspNetCore.Components.Authorization;

namespace DlpDashboard.Access;

/// <summary>
/// The person behind the current circuit or request, as the rights stand now: <c>var actor = await CurrentActor.GetAsync(token)</c> in a component.
/// REST handlers take an <see cref="Actor"/> as a parameter instead.
/// </summary>
public sealed class CurrentActor(IServiceProvider services, IHttpContextAccessor requests)
{
    /// <summary>The actor; never null.</summary>
    /// <exception cref="PermissionDeniedException">Nobody is signed in (any more).</exception>
    public async ValueTask<Actor> GetAsync(CancellationToken cancellationToken)
    {
        // A circuit sees the request that opened its web socket: only a request whose scope we were made in is ours.
        var principal = requests.HttpContext is { } request && ReferenceEquals(request.RequestServices, services)
            ? request.User
            : (await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync().WaitAsync(cancellationToken)).User;
        return principal.ToActor() ?? throw new PermissionDeniedException("signed-in");
    }
}
