using System.Security.Claims;
using Bunit;
using DlpDashboard.Access;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Time;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Testing;

/// <summary>Draws components for one person, over the services of the running app.</summary>
internal sealed class AppStage : BunitContext
{
    public AppStage(AppFixture app, Actor actor)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddFallbackServiceProvider(app.Services);
        Services.AddScoped<Browser>();
        Services.AddScoped<PersonClock>();
        Services.AddScoped<ToastFeed>();
        Services.AddScoped<QueryState>();
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor());
        Services.AddSingleton<AuthenticationStateProvider>(new Somebody(actor));
    }

    private sealed class Somebody(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            Claim[] claims =
            [
                new(ClaimTypes.NameIdentifier, actor.AccountId.ToString()),
                new(ActorClaims.Organisation, actor.OrganisationId.ToString()),
                new(ActorClaims.DisplayName, actor.Name),
                .. actor.Permissions.Select(permission => new Claim(ActorClaims.Permission, permission)),
            ];
            return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(claims, "test"))));
        }
    }
}
