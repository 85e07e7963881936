using System.CommandLine;
using System.Globalization;
using DlpDashboard.Cli.Bench;

namespace DlpDashboard.Cli;

/// <summary><c>bench-files FOLDER</c>, hidden: writes the files that scans are measured with.</summary>
internal static class BenchFilesCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Made if it is not there." };
        var size = new Option<int>("--size") { Description = "MB in all, roughly.", DefaultValueFactory = _ => 2000 };
        var files = new Option<int>("--files") { Description = "How many files.", DefaultValueFactory = _ => 20_000 };
        var command = new Command("bench-files", "Writes mixed files to measure scans with.") { folder, size, files };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var written = new FileCorpus(parsed.GetValue(folder)!, parsed.GetValue(size) * 1_000_000L, Math.Max(1, parsed.GetValue(files))).Write();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{written:N0} bytes written."));
        });
        return command;
    }
}
