using DlpDashboard.Providers;
using DlpDashboard.Providers.Local;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Providers;

public sealed class ProvidersRoomTests
{
    [Fact]
    public void Allowed_roots_are_one_text_with_colons_or_a_list()
    {
        Assert.Equal(["/srv/a", "/srv/b"], Read(("Providers:LocalRoots", "/srv/a:/srv/b")).LocalRoots);
        Assert.Equal(["/srv/a", "/srv/b"], Read(("Providers:LocalRoots:0", "/srv/a"), ("Providers:LocalRoots:1", "/srv/b")).LocalRoots);
        Assert.Empty(Read().LocalRoots);
    }

    [Theory]
    [InlineData("Providers:LocalRoots", "relative", "LocalRoots")]
    [InlineData("Providers:MaxConnections", "0", "MaxConnections")]
    [InlineData("Providers:MaxAttempts", "0", "MaxAttempts")]
    [InlineData("Providers:StallTimeout", "00:00:00", "StallTimeout")]
    [InlineData("Providers:RetryBudget", "2.00:00:00", "RetryBudget")]
    public void A_limit_out_of_range_stops_the_start_and_names_its_key(string key, string value, string named)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Read((key, value)));
        Assert.Contains("Providers:", failure.Message);
        Assert.Contains(named, failure.Message);
    }

    [Fact]
    public void Every_provider_declares_fields_that_a_form_can_draw()
    {
        using var services = Services();
        var factory = services.GetRequiredService<ObjectStoreFactory>();
        Assert.Equal(["aws", "azure", "gcp", "local"], factory.Providers.Select(provider => provider.Id).Order());
        foreach (var provider in factory.Providers)
        {
            Assert.Equal(provider.Fields.Count, provider.Fields.Select(field => field.Name).Distinct().Count());
            Assert.All(provider.Fields, field => Assert.NotEmpty(field.Label + field.Hint));
            Assert.All(provider.Fields.Where(field => field.Kind == StoreFieldKind.Choice), field => Assert.NotEmpty(field.Choices!));
            Assert.All(provider.Fields.Where(field => field.ShownWhen is not null), field => Assert.Contains(provider.Fields, other => other.Name == field.ShownWhen!.Field));
        }

        Assert.Contains(factory.Find("aws")!.Fields, field => field is { Name: "secretAccessKey", Kind: StoreFieldKind.Secret });
    }

    [Theory]
    [InlineData(LinuxFileException.NoAccess, StoreFault.Denied)]
    [InlineData(LinuxFileException.NotThere, StoreFault.Vanished)]
    [InlineData(LinuxFileException.IsLink, StoreFault.Unreadable)]
    [InlineData(LinuxFileException.CrossesOut, StoreFault.Unreadable)]
    [InlineData(LinuxFileException.NameTooLong, StoreFault.Unreadable)]
    [InlineData(LinuxFileException.TooManyOpen, StoreFault.Unreachable)]
    [InlineData(5, StoreFault.Unreadable)]
    public void Each_refusal_of_the_system_is_a_fault_of_its_own(int number, StoreFault fault)
    {
        // Tests may run as root, whom no permission stops.
        var failure = new LinuxFileException(number).ToStoreException();
        Assert.Equal(fault, failure.Fault);
        Assert.EndsWith(".", failure.Sentence, StringComparison.Ordinal);
    }

    private static ProviderOptions Read(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<IOptions<ProviderOptions>>().Value;
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddProviders(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value)).Build())
        .BuildServiceProvider();
}
