using System.CommandLine;

namespace DlpDashboard.Cli;

/// <summary>The command line: the same engine from a shell. The only door of this room; <c>Program</c> asks it first.</summary>
/// <remarks>
/// Results go to standard output, everything else to standard error. Exit codes: 0 nothing found, 1 something found, 2 wrong use or bad input, 3 partly done.
/// </remarks>
internal static class CliRoom
{
    /// <summary>Wrong use or bad input.</summary>
    public const int BadUse = 2;

    /// <summary>Whether the arguments name a verb; without one the app serves.</summary>
    public static bool IsVerb(string[] args) => args.Length > 0 && (Verbs().Any(verb => verb.Name == args[0]) || args[0] is "--help" or "-h" or "-?" or "--version");

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Finds private data and secrets. Without a verb it serves the dashboard.");
        foreach (var verb in Verbs())
        {
            root.Subcommands.Add(verb);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{args[0]}: {OneLine(parsed.Errors[0].Message)}");
            return BadUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (BadInputException problem)
        {
            await Console.Error.WriteLineAsync($"{args[0]}: {problem.Message}");
            return BadUse;
        }
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<Command> Verbs() => [ScanCommand.Create(), InspectCommand.Create(), RedactCommand.Create(), DetectorsCommand.Create(), PolicyCommand.Create(), BenchCommand.Create(), StoreBenchCommand.Create(), BenchFilesCommand.Create()];
}
