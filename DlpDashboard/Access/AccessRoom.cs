using DlpDashboard.Access.FirstStart;
using DlpDashboard.Access.Gate;
using DlpDashboard.Access.Settings;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Access;

/// <summary>Who may do what: sign-in, sessions, permissions, the first start.</summary>
public static class AccessRoom
{
    /// <summary>The session's cookie.</summary>
    public const string SessionCookie = "dlp.session";

    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection(AccessOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BootstrapOptions>().Bind(configuration.GetSection(BootstrapOptions.Section))
            .Validate(o => o.Organisation.Length is > 0 and <= 100, "Bootstrap:Organisation must have 1 to 100 characters.")
            .Validate(o => o.AdminEmail.Length is > 2 and <= 256 && o.AdminEmail.Contains('@', StringComparison.Ordinal), "Bootstrap:AdminEmail must be an email address.")
            .ValidateOnStart();
        services.AddOptions<PricingOptions>().Bind(configuration.GetSection(PricingOptions.Section))
            .Validate(PricingOptions.AreWell, "Prices below Pricing must be numbers from 0 to 1,000,000, and currencies three capital letters.")
            .ValidateOnStart();
        services.TryAddSingleton<SettingsDirectory>();
        AddIdentity(services);
        AddSession(services);
        AddGate(services);
        services.AddScoped<SignInService>();
        services.AddScoped<ProfileService>();
        services.AddScoped<SignInJournal>();
        services.AddSingleton<ProfileReader>();
        services.AddSingleton<PreferenceService>();
        services.AddSingleton<SignInAttempts>();
        services.AddScoped<FirstOrganisation>();
        services.AddScoped<FirstStart.FirstStart>();
        services.AddHostedService<FirstStartHost>();
        return services;
    }

    /// <summary>Names the organisation in the log and sends people with a one-time password to the page that changes it. After authentication.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<ActorScopeMiddleware>().UseMiddleware<NewPasswordMiddleware>();

    /// <summary>Maps the room's routes; its pages are found by the router.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes) => AccessApi.Map(routes);

    private static void AddIdentity(IServiceCollection services)
    {
        // Identity's store wants a context of its scope; all other code takes one from the factory for one method.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<DlpDbContext>>().CreateDbContext());
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, DlpDbContext, Guid>>();
        services.AddIdentityCore<Account>().AddSignInManager().AddClaimsPrincipalFactory<AccountPrincipalFactory>().AddPasswordValidator<PasswordRules>();
        services.Configure<IdentityOptions>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = "";
            identity.Password = new PasswordOptions
            {
                RequiredLength = PasswordRules.MinLength,
                RequiredUniqueChars = 1,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        });
        services.AddOptions<PasswordHasherOptions>().Configure<IOptions<AccessOptions>>((hasher, access) => hasher.IterationCount = access.Value.PasswordRounds);
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<AccessOptions>>((stamp, access) => stamp.ValidationInterval = access.Value.RevalidateEvery);
    }

    private static void AddSession(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddScoped<CurrentActor>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccessOptions>>((cookie, access) =>
        {
            cookie.Cookie.Name = SessionCookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.IsEssential = true;

            // Strict would show a signed-in person the sign-in page after each link from a mail or chat.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = access.Value.SessionIdle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = Links.SignIn;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnRedirectToLogin = context => AnswerOr(context, StatusCodes.Status401Unauthorized, redirect: true);
            cookie.Events.OnRedirectToAccessDenied = context => AnswerOr(context, StatusCodes.Status403Forbidden, redirect: false);
        });
    }

    private static void AddGate(IServiceCollection services)
    {
        services.AddExceptionHandler<PermissionDeniedHandler>();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddSingleton<IAuthorizationHandler, PermissionGate>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>Programs get a status, people the sign-in page (or the error page for what they may not).</summary>
    private static Task AnswerOr(RedirectContext<CookieAuthenticationOptions> context, int status, bool redirect)
    {
        if (redirect && !ApiPaths.Contains(context.Request.Path))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
