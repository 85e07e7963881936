using DlpDashboard.Access;
using DlpDashboard.Admin;
using DlpDashboard.Audit;
using DlpDashboard.Cli;
using DlpDashboard.Data;
using DlpDashboard.Demo;
using DlpDashboard.Detectors;
using DlpDashboard.Endpoints;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Overview;
using DlpDashboard.Posture;
using DlpDashboard.Providers;
using DlpDashboard.Risk;
using DlpDashboard.Scans;
using DlpDashboard.Shell;
using DlpDashboard.Storage;
using DlpDashboard.Web;
using DlpDashboard.Web.Telemetry;

if (CliRoom.IsVerb(args))
{
    return await CliRoom.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(Published.Options(args));
builder.AddAppSettings();
builder.AddTelemetry();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddData(builder.Configuration).AddWeb(builder.Configuration).AddAccess(builder.Configuration);
builder.Services.AddAudit().AddProviders(builder.Configuration).AddEvents().AddEndpoints(builder.Configuration);
builder.Services.AddFindings().AddDetectors(builder.Configuration).AddScans(builder.Configuration);
builder.Services.AddPosture(builder.Configuration).AddStorage(builder.Configuration).AddRisk(builder.Configuration);
builder.Services.AddAdmin(builder.Configuration).AddOverview().AddShell();
builder.Services.AddDemo(builder.Configuration, args);

var app = builder.Build();
app.UseWebEdge();
app.UseShell();
app.UseRouting();
app.UseAuthentication();
app.UseWebLimits();
app.UseAccess();
app.UseAuthorization();
app.UseAntiforgery();
app.UseApiDocs();
app.MapWeb();
app.MapAccess();
app.MapAudit();
app.MapEndpoints();
app.MapEvents();
app.MapFindings();
app.MapDetectors();
app.MapScans();
app.MapPosture();
app.MapStorage();
app.MapRisk();
app.MapAdmin();
app.MapShell();
return await app.RunOnDatabaseAsync();
