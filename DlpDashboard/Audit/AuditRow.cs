using System.Text.Json;

namespace DlpDashboard.Audit;

/// <summary>An entry as it is read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">Did what.</param>
/// <param name="Subject">To what.</param>
/// <param name="Details">More; null where there is no more.</param>
public sealed record AuditRow(Guid Id, DateTime AtUtc, AuditParty Actor, string Action, AuditThing Subject, JsonElement? Details);

/// <summary>Who did it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name at that time.</param>
public sealed record AuditParty(Guid Id, string Name);

/// <summary>What it was done to.</summary>
/// <param name="Kind">Singular noun.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name at that time.</param>
public sealed record AuditThing(string Kind, string Id, string Name);
