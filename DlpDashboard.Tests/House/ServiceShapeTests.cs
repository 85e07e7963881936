using System.Reflection;
using System.Runtime.CompilerServices;
using DlpDashboard.Access;

namespace DlpDashboard.Tests.House;

/// <summary>Readers and services say who asks, first, and can be stopped, last.</summary>
public sealed class ServiceShapeTests
{
    /// <summary>Types that act for nobody in particular, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> ActForNobody = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SignInService"] = "nobody is signed in yet",
        ["NavigationReader"] = "reads what rooms registered, for the principal it is given",
    };

    /// <summary>Types whose calls end with the circuit they serve.</summary>
    private static readonly string[] EndWithTheCircuit = ["Browser", "TablePages`1", "Leaving"];

    private static IReadOnlyList<Type> Own { get; } = typeof(Program).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("DlpDashboard.", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute), false))
        .ToList();

    private static IReadOnlyList<MethodInfo> Asked { get; } = Own
        .Where(type => !type.IsInterface && !type.IsNested && IsRoom(type) && (type.Name.EndsWith("Reader", StringComparison.Ordinal) || type.Name.EndsWith("Service", StringComparison.Ordinal)))
        .Where(type => !ActForNobody.ContainsKey(type.Name))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.Name is not ("Dispose" or "DisposeAsync" or "ToString"))
        .ToList();

    [Fact]
    public void Readers_and_services_take_the_actor_first()
    {
        Assert.NotEmpty(Asked);
        Wall.Holds(Asked.Where(method => method.GetParameters().FirstOrDefault()?.ParameterType != typeof(Actor)).Select(Name));
    }

    [Fact]
    public void Asynchronous_methods_take_the_token_last()
    {
        var methods = Own
            .Where(type => !typeof(Delegate).IsAssignableFrom(type) && !IsForeignShape(type) && !EndWithTheCircuit.Contains(type.Name))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => IsTask(method.ReturnType) && method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name != "DisposeAsync" && !IsMiddleware(method) && !Implements(method))
            .ToList();
        Assert.NotEmpty(methods);
        Wall.Holds(methods.Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)).Select(Name));
    }

    [Fact]
    public void The_exceptions_still_exist() => Wall.Holds(ActForNobody.Keys.Concat(EndWithTheCircuit).Where(name => Own.All(type => type.Name != name)));

    /// <summary>Rooms from floor two on know actors; below there are only bytes and rows.</summary>
    private static bool IsRoom(Type type) => CompiledRoom(type) is not ("Kernel" or "Detection" or "Extraction" or "Providers" or "Data" or "Messaging" or "Web" or "UI" or "Cli");

    private static string CompiledRoom(Type type) => type.Namespace!.Split('.')[1];

    /// <summary>Shapes that the framework dictates: components and results.</summary>
    private static bool IsForeignShape(Type type) =>
        typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type)
        || typeof(Microsoft.AspNetCore.Http.IResult).IsAssignableFrom(type);

    /// <summary>The request carries the token.</summary>
    private static bool IsMiddleware(MethodInfo method) =>
        method.Name == "InvokeAsync" && method.GetParameters().FirstOrDefault()?.ParameterType == typeof(Microsoft.AspNetCore.Http.HttpContext);

    private static bool Implements(MethodInfo method) =>
        method.GetBaseDefinition() != method
        || method.DeclaringType!.GetInterfaces()
            .Where(contract => contract.Assembly != typeof(Program).Assembly && !method.DeclaringType.IsInterface)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));

    private static bool IsTask(Type type) => typeof(Task).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>)) || type == typeof(ValueTask);

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
