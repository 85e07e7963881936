using DlpDashboard.Data.Accounts;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data;

/// <summary>
/// The one model over both databases. Rooms bring their tables as <see cref="IEntityTypeConfiguration{TEntity}"/> and their sets as extension properties;
/// each database provider derives a context with its own migrations.
/// </summary>
public abstract class DlpDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Tenants.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Named sets of permissions of an organisation.</summary>
    public DbSet<Role> Roles => Set<Role>();

    /// <summary>Who has which role.</summary>
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DlpDbContext).Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
    }
}
