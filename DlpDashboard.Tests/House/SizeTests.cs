using Mono.Cecil.Cil;

namespace DlpDashboard.Tests.House;

/// <summary>Over a limit a noun is missing: find it, name it, move it.</summary>
public sealed class SizeTests
{
    [Theory]
    [InlineData("*.cs", 300)]
    [InlineData("*.razor", 150)]
    public void Files_stay_within_their_size(string pattern, int limit)
    {
        var files = Sources.Files(pattern);
        Assert.NotEmpty(files);
        Wall.Holds(files.Select(path => (path, lines: Sources.Lines(path).Length)).Where(file => file.lines > limit).Select(file => $"{file.path}: {file.lines} lines"));
    }

    [Fact]
    public void Methods_stay_within_fifty_lines()
    {
        var methods = CompiledApp.Types
            .SelectMany(type => type.Methods)
            .Where(method => !method.IsConstructor && method.DebugInformation.HasSequencePoints)
            .Select(method => (method, points: method.DebugInformation.SequencePoints.Where(IsOurs).ToList()))
            .Where(method => method.points.Count > 0)
            .Select(method => (Name: $"{method.method.DeclaringType.FullName}.{method.method.Name}", Lines: method.points.Max(p => p.EndLine) - method.points.Min(p => p.StartLine) + 1))
            .ToList();
        Assert.True(methods.Count > 50);
        Wall.Holds(methods.Where(method => method.Lines > 50).Select(method => $"{method.Name}: {method.Lines} lines"));
    }

    [Fact]
    public void Program_only_puts_rooms_together() => Assert.InRange(Sources.Lines("DlpDashboard/Program.cs").Length, 10, 60);

    private static bool IsOurs(SequencePoint point) =>
        !point.IsHidden
        && point.Document.Url.EndsWith(".cs", StringComparison.Ordinal)
        && !point.Document.Url.Contains("/Migrations/", StringComparison.Ordinal)
        && !point.Document.Url.Contains("/obj/", StringComparison.Ordinal)
        && !point.Document.Url.EndsWith(".g.cs", StringComparison.Ordinal);
}
