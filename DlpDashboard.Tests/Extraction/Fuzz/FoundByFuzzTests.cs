using System.Buffers.Binary;
using System.Text;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction.Fuzz;

/// <summary>What the long runs found, each as a file of its own.</summary>
public sealed class FoundByFuzzTests
{
    [Fact]
    public void A_chain_of_sectors_that_is_a_circle_is_no_longer_than_its_file()
    {
        var file = CompoundFiles.Make(("PowerPoint Document", new byte[6000]));
        var entry = file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("PowerPoint Document"));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(entry + 116));
        var fat = (int)((BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(76)) + 1) * 512);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(fat + (int)(start * 4)), start);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(entry + 120), 3_000_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(("ppt", ExtractionState.Partial), (Extracting.Find(file).Result.Kind, Extracting.Find(file).Result.State));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_place_behind_the_largest_stream_in_memory_is_the_end()
    {
        var file = CompoundFiles.Make(("WordDocument", new byte[6000]));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 0x7FFF_FFF0);
        Assert.Equal(ExtractionState.Failed, Extracting.Find(file).Result.State);
    }

    [Fact]
    public void A_folder_of_7z_without_sizes_is_damage()
    {
        var file = ToolMadeFiles.Get("7z-copy");
        for (var at = 32; at < file.Length; at++)
        {
            var changed = file.ToArray();
            changed[at] = 0;
            Assert.NotNull(Extracting.Find(changed).Result.Kind);
        }
    }
}
