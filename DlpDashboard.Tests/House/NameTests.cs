using System.Text.RegularExpressions;
using Mono.Cecil;

namespace DlpDashboard.Tests.House;

public sealed partial class NameTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Impl", "Info"];
    private static readonly string[] EmptyFolders = ["Common", "Models", "Services", "Helpers", "Utils"];

    private static IReadOnlyList<TypeDefinition> Own { get; } = CompiledApp.Types
        .Where(type => CompiledApp.RoomOf(type) is not null && !type.Name.Contains('<', StringComparison.Ordinal) && !type.IsNested)
        .ToList();

    [Fact]
    public void No_name_ends_in_an_empty_word()
    {
        Assert.NotEmpty(Own);
        Wall.Holds(Own.Select(Plain).Where(name => Array.Exists(Empty, word => name.EndsWith(word, StringComparison.Ordinal))));
    }

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
    {
        var folders = Sources.Files("*.cs").SelectMany(path => path.Split('/')[..^1]).Distinct().ToList();
        Assert.Contains("Access", folders);
        Wall.Holds(folders.Intersect(EmptyFolders, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Routable_components_are_called_pages()
    {
        var routable = Own.Where(type => type.CustomAttributes.Any(a => a.AttributeType.Name == "RouteAttribute")).ToList();
        Assert.NotEmpty(routable);
        Wall.Holds(routable.Where(type => !type.Name.EndsWith("Page", StringComparison.Ordinal)).Select(type => type.FullName));
    }

    [Fact]
    public void Tests_are_named_by_sentences()
    {
        var tests = typeof(NameTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .ToList();
        Assert.NotEmpty(tests);
        Wall.Holds(tests.Where(test => !Sentence().IsMatch(test.Split('.')[1])));
    }

    [Fact]
    public void No_comment_promises_work_for_later()
    {
        var marks = new[] { "TO" + "DO", "FIX" + "ME", "HA" + "CK", "#reg" + "ion" };
        var files = Sources.Files("*.cs").Concat(Sources.Files("*.razor")).Where(path => !path.EndsWith("NameTests.cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Wall.Holds(files.SelectMany(path => Sources.Lines(path).Select((line, at) => (path, line, at)))
            .Where(line => marks.Any(mark => line.line.Contains($"// {mark}", StringComparison.Ordinal) || line.line.TrimStart().StartsWith(mark, StringComparison.Ordinal)))
            .Select(line => $"{line.path}:{line.at + 1}"));
    }

    private static string Plain(TypeDefinition type) => type.Name.Split('`')[0];

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();
}
