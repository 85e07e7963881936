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
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        LeaveOutSavepoints();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        LeaveOutSavepoints();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

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

    /// <summary>
    /// No transaction here goes on after a saving that failed. Savepoints would cost two round trips with each saving, and EF keeps to itself
    /// when a connection breaks while one is let go: the next command would say only that its transaction is over.
    /// </summary>
    private void LeaveOutSavepoints() => Database.AutoSavepointsEnabled = false;
}
