using System.Reflection;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.House;

public sealed class RegistrationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int MaxInjected = 6;

    [Fact]
    public async Task Every_service_of_ours_can_be_made()
    {
        await using var factory = new Listening(database.ConnectionString);
        await using var scope = factory.Services.CreateAsyncScope();

        // What lives in a circuit may ask for the address at once; in a real one it is known by then.
        ((IHostEnvironmentNavigationManager)scope.ServiceProvider.GetRequiredService<NavigationManager>()).Initialize("http://localhost/", "http://localhost/");
        var own = factory.Registered.Where(IsOurs).Where(service => !service.ServiceType.IsGenericTypeDefinition).ToList();
        Assert.NotEmpty(own);
        var broken = new List<string>();
        foreach (var service in own)
        {
            try
            {
                _ = service.IsKeyedService
                    ? scope.ServiceProvider.GetRequiredKeyedService(service.ServiceType, service.ServiceKey)
                    : scope.ServiceProvider.GetRequiredService(service.ServiceType);
            }
            catch (InvalidOperationException refusal)
            {
                broken.Add($"{service.ServiceType.Name}: {refusal.Message}");
            }
        }

        Wall.Holds(broken);
    }

    [Fact]
    public async Task No_singleton_holds_what_lives_for_one_request()
    {
        await using var factory = new Listening(database.ConnectionString, environment: "Development");
        Assert.NotNull(factory.Services);
    }

    [Fact]
    public void Nothing_asks_for_more_than_six_services()
    {
        var asking = typeof(Program).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("DlpDashboard.", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is null)
            .Select(type => (type, count: InjectedInto(type)))
            .ToList();
        Assert.Contains(asking, one => one.count > 2);
        Wall.Holds(asking.Where(one => one.count > MaxInjected).Select(one => $"{one.type.FullName} asks for {one.count}"));
    }

    /// <summary>Constructor parameters that are services (not values), or a component's injected properties.</summary>
    private static int InjectedInto(Type type) => typeof(IComponent).IsAssignableFrom(type)
        ? type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Count(property => property.IsDefined(typeof(InjectAttribute), true))
        : type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(constructor => constructor.GetParameters().Count(parameter => IsService(parameter.ParameterType)))
            .DefaultIfEmpty(0)
            .Max();

    private static bool IsService(Type type) => type.IsInterface && type.Namespace?.StartsWith("System.Collections.", StringComparison.Ordinal) == false
        || type == typeof(TimeProvider)
        || (type is { IsClass: true } && type.Namespace?.StartsWith("DlpDashboard.", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is null);

    private static bool IsOurs(ServiceDescriptor service) => service.ServiceType.Assembly == typeof(Program).Assembly;

    private sealed class Listening(string connectionString, string environment = "Production") : WebApplicationFactory<Program>
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dlp-app-");

        public List<ServiceDescriptor> Registered { get; } = [];

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _folder.Delete(recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("Database:ConnectionString", connectionString);
            builder.UseSetting("Data:Folder", Path.Combine(_folder.FullName, "data"));
            builder.UseSetting("Bootstrap:AdminPassword", AppFixture.AdminPassword);
            builder.ConfigureServices(services => Registered.AddRange(services));
        }
    }
}
