using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Cli;

/// <summary><c>scan az://…</c> with what the environment holds, against a real blob service.</summary>
public sealed class AzureScanTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task A_container_is_scanned_below_its_prefix_with_the_key_of_the_environment()
    {
        var container = await azurite.NewContainerAsync();
        await container.GetBlobClient("in/a.txt").UploadAsync(BinaryData.FromString("card 5500 0055 5555 " + "5559"));
        await container.GetBlobClient("out/b.txt").UploadAsync(BinaryData.FromString("card 5500 0055 5555 " + "5559"));

        var (code, output, error) = await CliProcess.RunAsync(
            "", new Dictionary<string, string> { ["AZURE_STORAGE_KEY"] = Azurite.Key }, "scan", $"az://{Azurite.Account}/{container.Name}/in/", "--endpoint-url", azurite.Url, "--format", "json");
        Assert.True(code == 1, error);
        Assert.Contains("in/a.txt", output, StringComparison.Ordinal);
        Assert.DoesNotContain("out/b.txt", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Azurite.Key, output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_a_container_is_wrong_use()
    {
        var (code, _, error) = await CliProcess.RunAsync("", new Dictionary<string, string> { ["AZURE_STORAGE_KEY"] = Azurite.Key }, "scan", "az://account");
        Assert.Equal(2, code);
        Assert.Contains("az://account/container/prefix", error, StringComparison.Ordinal);
    }
}
