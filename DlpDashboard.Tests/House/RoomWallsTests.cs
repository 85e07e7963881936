using Mono.Cecil;

namespace DlpDashboard.Tests.House;

public sealed class RoomWallsTests
{
    [Fact]
    public void Rooms_use_only_the_rooms_they_may()
    {
        var uses = CompiledApp.Types
            .SelectMany(type => CompiledApp.UsesOf(type).Select(use => (From: CompiledApp.RoomOf(type), To: CompiledApp.RoomOf(use.Type), use.Type, use.Because)))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .ToList();
        Assert.Contains(uses, use => use is { From: "Access", To: "Kernel" });
        Wall.Holds(uses.Where(use => !Rooms.May(use.From!, use.To!)).Select(use => $"{use.From} → {use.To}: {use.Because} names {use.Type.Name}"));
    }

    [Fact]
    public void Every_room_stands_in_the_table()
    {
        var rooms = CompiledApp.Types.Select(type => CompiledApp.RoomOf(type)).OfType<string>().Distinct().ToList();
        Assert.Contains("Access", rooms);
        Wall.Holds(rooms.Where(room => !Rooms.MayUse.ContainsKey(room) && !Rooms.Roofs.Contains(room)));
    }

    [Fact]
    public void A_foreign_component_in_markup_would_be_seen()
    {
        var page = CompiledApp.Types.Single(type => type.Name == "LoginPage");
        Assert.Contains(CompiledApp.UsesOf(page), use => CompiledApp.RoomOf(use.Type) == "UI");
    }

    [Fact]
    public void Namespaces_are_folders()
    {
        var files = Sources.Files("*.cs").Where(path => path.StartsWith("DlpDashboard/", StringComparison.Ordinal) && path != "DlpDashboard/Program.cs").ToList();
        Assert.NotEmpty(files);
        Wall.Holds(files.Where(path => Sources.Lines(path).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
            && line.TrimEnd(';')["namespace ".Length..] != Path.GetDirectoryName(path)!.Replace('/', '.')));
    }

    [Fact]
    public void Detection_is_pure()
    {
        var uses = CompiledApp.Types.Where(type => CompiledApp.RoomOf(type) == "Detection").SelectMany(CompiledApp.UsesOf).ToList();
        Assert.NotEmpty(uses);
        Wall.Holds(uses.Where(use => !IsPure(use.Type)).Select(use => $"{use.Because} uses {use.Type.FullName} of {use.Type.Scope.Name}"));
    }

    [Fact]
    public void The_evaluator_of_access_is_pure()
    {
        var uses = CompiledApp.Types.Where(type => type.Namespace == "DlpDashboard.Posture.Access").SelectMany(CompiledApp.UsesOf).ToList();
        Assert.NotEmpty(uses);

        // The family of an address is a word and opens no socket.
        Wall.Holds(uses.Where(use => (!IsPure(use.Type) && use.Type.FullName != "System.Net.Sockets.AddressFamily") || (IsOwn(use.Type) && use.Type.Namespace.StartsWith("DlpDashboard.", StringComparison.Ordinal) && use.Type.Namespace != "DlpDashboard.Posture.Access"))
            .Select(use => $"{use.Because} uses {use.Type.FullName} of {use.Type.Scope.Name}"));
    }

    [Fact]
    public void Kernel_stands_on_the_base_library_alone()
    {
        var uses = CompiledApp.Types.Where(type => CompiledApp.RoomOf(type) == "Kernel").SelectMany(CompiledApp.UsesOf).ToList();
        Assert.NotEmpty(uses);
        Wall.Holds(uses.Where(use => !IsOwn(use.Type) && !IsSystem(use.Type)).Select(use => $"{use.Because} uses {use.Type.FullName}"));
    }

    private static bool IsOwn(TypeReference type) => type.Scope is ModuleDefinition;

    private static bool IsSystem(TypeReference type) => type.Scope.Name.StartsWith("System.", StringComparison.Ordinal) || type.Scope.Name == "System";

    private static bool IsPure(TypeReference type) => IsOwn(type) || (IsSystem(type) && !IsImpure(type.FullName));

    private static bool IsImpure(string name) =>
        name is "System.TimeProvider" or "System.Random" or "System.Environment" or "System.Diagnostics.Stopwatch" or "System.Console"
            or "System.Security.Cryptography.RandomNumberGenerator"
            or "System.IO.File" or "System.IO.Directory" or "System.IO.FileStream" or "System.IO.FileInfo" or "System.IO.DirectoryInfo" or "System.IO.StreamReader"
        || name.StartsWith("System.Net.Http.", StringComparison.Ordinal)
        || name.StartsWith("System.Net.Sockets.", StringComparison.Ordinal)
        || name == "System.Net.Dns";
}
