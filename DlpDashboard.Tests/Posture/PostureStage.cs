using System.Security.Claims;
using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture;
using DlpDashboard.Posture.Compliance;
using DlpDashboard.Posture.Explaining;
using DlpDashboard.Posture.Pages;
using DlpDashboard.Posture.Timing;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Time;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Posture;

/// <summary>Draws the room's components for one person, over the real room.</summary>
internal sealed class PostureStage : BunitContext
{
    public PostureStage(PostureWorld world, Actor actor)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(world.Get<PostureReader>());
        Services.AddSingleton(world.Get<BucketPostureReader>());
        Services.AddSingleton(world.Get<BucketAccessReader>());
        Services.AddSingleton(world.Get<BucketDocumentReader>());
        Services.AddSingleton(world.Get<BucketHistoryReader>());
        Services.AddSingleton(world.Get<ComplianceReader>());
        Services.AddSingleton(world.Get<PostureService>());
        Services.AddSingleton(world.Get<PostureTimingService>());
        Services.AddSingleton(world.Get<SecurityPageServices>());
        Services.AddSingleton(world.Get<IEndpointDirectory>());
        Services.AddScoped<Browser>();
        Services.AddScoped<PersonClock>();
        Services.AddScoped<ToastFeed>();
        Services.AddScoped<QueryState>();
        Services.AddScoped<CurrentActor>();
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
