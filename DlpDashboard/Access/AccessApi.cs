using DlpDashboard.Access.Gate;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Limits;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Access;

/// <summary>REST of sign-in and of the person's own account.</summary>
internal static class AccessApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Accounts");
        api.MapPost("/auth/login", SignInAsync).AllowAnonymous().WithMetadata(new SignInLimitAttribute()).Produces<MeRow>().WithSummary("Sign in; sets the session's cookie");
        api.MapPost("/auth/logout", SignOutAsync).RequireSignIn().WithMetadata(new OpenToNewcomersAttribute()).WithSummary("End this session");
        api.MapPost("/auth/password", ChangePasswordAsync).RequireSignIn().WithMetadata(new OpenToNewcomersAttribute()).WithSummary("Change the own password; ends all other sessions");
        api.MapGet("/me", MeAsync).RequireSignIn().WithMetadata(new OpenToNewcomersAttribute()).WithSummary("Who is signed in, and what that person may do");
        api.MapPut("/me", RenameAsync).RequireSignIn().Produces<MeRow>().WithSummary("Change the own name");
        routes.MapPost(AccessLinks.SignOut, LeaveAsync).RequireSignIn().WithMetadata(new OpenToNewcomersAttribute()).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(Credentials body, SignInService signIn, ProfileReader profiles, CancellationToken cancellationToken)
    {
        var outcome = await signIn.SignInAsync(body.Email, body.Password, body.Remember, cancellationToken);
        if (outcome.Problem is { Kind: ProblemKind.Invalid } wrong)
        {
            return ProblemResults.Create(wrong, StatusCodes.Status401Unauthorized);
        }

        return outcome.Succeeded ? TypedResults.Ok(await profiles.MeAsync(SignInService.AsActor(outcome.Value), cancellationToken)) : outcome.Problem.ToResult();
    }

    private static async Task<IResult> SignOutAsync(SignInService signIn, CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> LeaveAsync(SignInService signIn, CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync(cancellationToken);
        return TypedResults.LocalRedirect(Links.SignIn);
    }

    private static async Task<IResult> ChangePasswordAsync(Actor actor, PasswordChange body, ProfileService profiles, CancellationToken cancellationToken) =>
        (await profiles.ChangePasswordAsync(actor, body.CurrentPassword, body.NewPassword, cancellationToken)).ToResult();

    private static async Task<MeRow> MeAsync(Actor actor, ProfileReader profiles, CancellationToken cancellationToken) =>
        await profiles.MeAsync(actor, cancellationToken);

    private static async Task<IResult> RenameAsync(Actor actor, MeChange body, ProfileService profiles, ProfileReader reader, CancellationToken cancellationToken)
    {
        var outcome = await profiles.RenameAsync(actor, body.Name, cancellationToken);
        return outcome.Succeeded ? TypedResults.Ok(await reader.MeAsync(actor, cancellationToken)) : outcome.Problem.ToResult();
    }

    internal sealed record Credentials(string Email, string Password, bool Remember = false)
    {
        public override string ToString() => nameof(Credentials);
    }

    internal sealed record PasswordChange(string CurrentPassword, string NewPassword)
    {
        public override string ToString() => nameof(PasswordChange);
    }

    internal sealed record MeChange(string Name);
}
