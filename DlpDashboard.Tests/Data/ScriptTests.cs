using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Data;

/// <summary>The files around the code: what they start, copy and name exists.</summary>
public sealed partial class ScriptTests
{
    private static readonly string Root = FindRoot();
    private static readonly string[] Scripts = ["run.sh", "test.sh", ".ci/run", "scripts/migrations.sh", "scripts/packages.sh"];

    public static TheoryData<string> AllScripts => [.. Scripts];

    [Theory]
    [MemberData(nameof(AllScripts))]
    public async Task Scripts_are_bash_without_mistakes_of_form(string path)
    {
        var (code, output) = await BashAsync("bash -n \"$1\"", Path.Combine(Root, path));
        Assert.True(code == 0, output);
        if (!path.EndsWith("packages.sh", StringComparison.Ordinal))
        {
            Assert.True(File.GetUnixFileMode(Path.Combine(Root, path)).HasFlag(UnixFileMode.UserExecute), path);
        }
    }

    [Fact]
    public void The_pipeline_runs_test_sh_with_CI_set()
    {
        Assert.Contains("CI=true exec ./test.sh", File.ReadAllText(Path.Combine(Root, ".ci/run")), StringComparison.Ordinal);
        Assert.Contains("passed, $failed failed, $skipped skipped", File.ReadAllText(Path.Combine(Root, "test.sh")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installing_PostgreSQL_prevents_Debians_own_cluster_and_puts_the_setting_back()
    {
        using var folder = new TemporaryFolder();
        var (code, output) = await BashAsync(
            """
            cd "$2" && sed "s|/etc/postgresql-common|$2/pgc|" "$1/scripts/packages.sh" > packages.sh && . ./packages.sh
            as_root() { if [ "$1" = apt-get ] || [ "$1" = env ]; then echo "$@"; cat "$createcluster"; else "$@"; fi; }
            mkdir pgc && echo "was there" > pgc/createcluster.conf
            install_packages postgresql
            cat pgc/createcluster.conf; ls pgc
            """,
            Root,
            folder.Path);
        Assert.True(code == 0, output);
        Assert.Contains("apt-get update", output, StringComparison.Ordinal);
        Assert.Contains("create_main_cluster = false", output, StringComparison.Ordinal);
        Assert.EndsWith("was there\ncreatecluster.conf\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_the_Dockerfile_copies_is_there_and_it_starts_the_app()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "Dockerfile"));
        var sources = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();
        Assert.NotEmpty(sources);
        Assert.Empty(sources.Where(source => !Path.Exists(Path.Combine(Root, source))));
        Assert.Contains($"ENTRYPOINT [\"dotnet\", \"{typeof(Program).Assembly.GetName().Name}.dll\"]", lines);
        Assert.Contains(lines, line => line.StartsWith("USER ", StringComparison.Ordinal) && line != "USER root");
        var port = Assert.Single(lines, line => line.StartsWith("EXPOSE ", StringComparison.Ordinal)).Split(' ')[1];
        Assert.Contains(lines, line => line.Contains($"ASPNETCORE_URLS=http://0.0.0.0:{port}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("HEALTHCHECK", StringComparison.Ordinal) && line.Contains($":{port}/health/ready", StringComparison.Ordinal));
        Assert.Contains($":{port}\"", File.ReadAllText(Path.Combine(Root, "compose.yaml")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("compose.yaml")]
    [InlineData("run.sh")]
    [InlineData("scripts/packages.sh")]
    [InlineData("docs/configuration.md")]
    public void Settings_that_files_name_exist_in_the_code(string path)
    {
        var known = typeof(Program).Assembly.GetTypes()
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(found => found.Section is not null)
            .SelectMany(found => found.Type.GetProperties().Where(property => property.CanWrite || property.PropertyType.IsGenericType).Select(property => $"DLP__{found.Section!.Replace(":", "__", StringComparison.Ordinal)}__{property.Name}"))
            .Append("DLP__Web__Url")
            .Append("DLP__Redaction__Key")
            .Append("DLP__Section__Key")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var keyed = typeof(Program).Assembly.GetTypes()
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(found => found.Section is not null)
            .SelectMany(found => found.Type.IsAssignableTo(typeof(System.Collections.IDictionary))
                ? [$"DLP__{found.Section}__"]
                : found.Type.GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(System.Collections.IDictionary))).Select(property => $"DLP__{found.Section}__{property.Name}__"))
            .ToList();
        var named = Setting().Matches(File.ReadAllText(Path.Combine(Root, path))).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(name => !known.Contains(name) && !keyed.Exists(prefix => name.StartsWith(prefix, StringComparison.Ordinal))));
    }

    private static async Task<(int Code, string Output)> BashAsync(string text, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-euc", text, "bash", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DlpDashboard.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found above the tests.");
        }

        return folder;
    }

    // A section and a key, with no further letter before: DLP__Data__Folder.
    [GeneratedRegex("DLP__[A-Za-z]+(__[A-Za-z]+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
