using DlpDashboard.Access.SignIn;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Access.FirstStart;

/// <summary>The first organisation with its two roles and its administrator, as rows.</summary>
internal sealed class FirstOrganisation(
    IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, IOptions<BootstrapOptions> options, TimeProvider time, ILogger<FirstOrganisation> log)
{
    /// <summary>What an analyst may: read everything, start scans, work on findings and events.</summary>
    public static IReadOnlyList<string> AnalystPermissions { get; } =
    [
        Permissions.EndpointsRead, Permissions.ScansRead, Permissions.ScansStart, Permissions.FindingsRead, Permissions.FindingsTriage,
        Permissions.FindingsExport, Permissions.EventsRead, Permissions.EventsTriage, Permissions.OverviewRead, Permissions.DetectorsRead,
        Permissions.PostureRead, Permissions.StorageRead,
    ];

    /// <summary>Adds the rows to a context that the caller saves.</summary>
    public FirstAdministrator Add(DlpDbContext db)
    {
        var given = options.Value.AdminPassword;
        var password = string.IsNullOrEmpty(given) ? OneTimePassword.Create() : given;
        var organisation = new Organisation { Id = NewId(), Name = options.Value.Organisation, CreatedUtc = time.GetUtcNow().UtcDateTime };
        var adminRole = new Role { Id = NewId(), OrganisationId = organisation.Id, Name = "Admin", Permissions = [Permissions.Everything] };
        var analystRole = new Role { Id = NewId(), OrganisationId = organisation.Id, Name = "Analyst", Permissions = [.. AnalystPermissions] };
        var admin = new Account
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            UserName = options.Value.AdminEmail,
            NormalizedUserName = normalizer.NormalizeName(options.Value.AdminEmail),
            Email = options.Value.AdminEmail,
            NormalizedEmail = normalizer.NormalizeEmail(options.Value.AdminEmail),
            EmailConfirmed = true,
            DisplayName = "Administrator",
            LockoutEnabled = true,
            MustChangePassword = string.IsNullOrEmpty(given),
            SecurityStamp = NewId().ToString("N"),
            CreatedUtc = time.GetUtcNow().UtcDateTime,
        };
        admin.PasswordHash = hasher.HashPassword(admin, password);
        if (given is { Length: > 0 } && PasswordRules.WhyNot(given, admin.Email, admin.DisplayName) is { } why)
        {
            log.LogWarning("Bootstrap:AdminPassword is weak; change it after signing in. {Why}", why);
        }

        db.AddRange(organisation, adminRole, analystRole, admin);
        db.Add(new RoleAssignment { OrganisationId = organisation.Id, AccountId = admin.Id, RoleId = adminRole.Id });
        return new FirstAdministrator(admin.Email, string.IsNullOrEmpty(given) ? password : null);
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
