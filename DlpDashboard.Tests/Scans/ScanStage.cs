using System.Security.Claims;
using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Scans.History;
using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Time;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Scans;

/// <summary>Draws the room's components for one person, over the real room.</summary>
internal sealed class ScanStage : BunitContext
{
    public ScanStage(ScanHouse house, Actor? actor = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(house.Reader);
        Services.AddSingleton(house.Service);
        Services.AddSingleton(house.Get<ScanHistoryReader>());
        Services.AddSingleton(house.Feed);
        Services.AddTransient(_ => house.Get<PatientReload>());
        Services.AddSingleton(house.Get<ScanEstimator>());
        Services.AddSingleton(house.Get<IEndpointDirectory>());
        Services.AddSingleton(house.Get<IDetectorDirectory>());
        Services.AddScoped<Browser>();
        Services.AddScoped<PersonClock>();
        Services.AddScoped<ToastFeed>();
        Services.AddScoped<QueryState>();
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor());
        Services.AddSingleton<AuthenticationStateProvider>(new Somebody(actor ?? house.Actor));
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
