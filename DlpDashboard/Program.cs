using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Web;
using DlpDashboard.Web.Telemetry;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddEnvironmentVariables("DLP__");
builder.AddTelemetry();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddWeb(builder.Configuration);
builder.Services.AddAccess(builder.Configuration);
builder.Services.AddAudit();

var app = builder.Build();
app.UseWebEdge();
app.UseRouting();
app.UseAuthentication();
app.UseWebLimits();
app.UseAccess();
app.UseAuthorization();
app.UseApiDocs();
app.MapWeb();
app.MapAccess();
app.MapAudit();
app.Run();
