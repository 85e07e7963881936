using DlpDashboard.Cli;
using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Providers;

/// <summary>The Google store against an implementation by others.</summary>
public sealed class GcsEmulatorTests(FirebaseStorage emulator) : IClassFixture<FirebaseStorage>
{
    [Fact]
    public async Task Objects_are_listed_over_pages_resumed_and_read_whole_and_in_parts()
    {
        var big = new byte[200_000];
        new Random(5).NextBytes(big);
        await emulator.PutAsync("listed", "big/one.bin", big);
        await Parallel.ForAsync(0, 1020, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, _) => await emulator.PutAsync("listed", $"many/{at:0000}.txt", [(byte)at]));
        await using var store = Stores.Factory().Open(emulator.Connection("listed"));
        await store.SignInAsync(default);

        var listed = await store.ListAllAsync("listed");
        Assert.Equal(1021, listed.Count);
        Assert.Equal("big/one.bin", listed[0].Key);
        Assert.Equal(big, await store.ReadAllAsync(listed[0]));
        Assert.Equal(big[1000..3000], await store.ReadAllAsync(listed[0], new ByteRange(1000, 2000)));
        Assert.Equal(19, (await store.ListAllAsync("listed", "many/", "many/1000.txt")).Count);
        Assert.Equal(listed[1], (await store.ReadMetadataAsync("listed", "many/0000.txt", default)).Listed);
    }

    [Fact]
    public async Task A_replaced_object_is_changed_although_the_emulator_knows_no_preconditions()
    {
        await emulator.PutAsync("replaced", "a", [1, 2, 3]);
        await using var store = Stores.Factory().Open(emulator.Connection("replaced"));
        var listed = Assert.Single(await store.ListAllAsync("replaced"));
        await emulator.PutAsync("replaced", "a", [1, 2, 3, 4]);
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => store.ReadAllAsync(listed)));
    }

    [Fact]
    public async Task A_connection_test_goes_through_all_four_steps()
    {
        await emulator.PutAsync("tested", "a", [1]);
        var steps = await new ConnectionProbe(Stores.Factory(), TimeProvider.System).TestAsync(emulator.Connection("tested"), null, default);
        Assert.All(steps, step => Assert.Equal(ProbeState.Ok, step.State));
    }

    [Fact]
    public async Task The_command_line_scans_gs_urls()
    {
        await emulator.PutAsync("shell", "in/a.txt", System.Text.Encoding.UTF8.GetBytes("card " + "5500 0055 5555" + " 5559"));
        await emulator.PutAsync("shell", "out/b.txt", [1]);
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(1, await CliRoom.RunAsync(["scan", "gs://shell/in/", "--endpoint-url", emulator.Url, "--format", "csv", "--out", file]));
            var lines = (await File.ReadAllTextAsync(file)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.StartsWith("in/a.txt,payment-card", Assert.Single(lines.Skip(1)));
            Assert.Equal(2, await CliRoom.RunAsync(["scan", "gs://", "--endpoint-url", emulator.Url]));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
