using DlpDashboard.Kernel;
using DlpDashboard.Access.SignIn;

namespace DlpDashboard.Audit;

/// <summary>The audit trail.</summary>
public static class AuditRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditTrail>().AddSingleton<ExportTrail>().AddSingleton<AuditReader>().AddSingleton<ISignInWitness, AccountWitness>().AddSingleton<IRetentionPart, AuditRetention>();

    /// <summary>Maps its routes.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes) => AuditApi.Map(routes);
}
