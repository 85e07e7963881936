using DlpDashboard.Access;
using DlpDashboard.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddEnvironmentVariables("DLP__");
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddWeb(builder.Configuration);
builder.Services.AddAccess(builder.Configuration);

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
app.Run();
