using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DlpDashboard.Tests.House;

/// <summary>The compiled app, read without running it: whatever the compiler made of closures, state machines and markup counts too.</summary>
internal static class CompiledApp
{
    public const string Name = "DlpDashboard";

    private static readonly Lazy<ModuleDefinition> Loaded = new(() => ModuleDefinition.ReadModule(
        typeof(Program).Assembly.Location,
        new ReaderParameters { ReadSymbols = true, SymbolReaderProvider = new PortablePdbReaderProvider() }));

    public static ModuleDefinition Module => Loaded.Value;

    public static IEnumerable<TypeDefinition> Types => Module.GetTypes();

    /// <summary>The room of a type: the second part of its (or its outermost type's) namespace; null for the root and for foreign types.</summary>
    public static string? RoomOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        var parts = type.Namespace.Split('.');
        return parts is [Name, var room, ..] ? room : null;
    }

    /// <summary>Each type that a type names anywhere: signatures, code, attributes, generic arguments.</summary>
    public static IEnumerable<(TypeReference Type, string Because)> UsesOf(TypeDefinition type)
    {
        foreach (var used in Signature(type))
        {
            yield return (used, type.Name);
        }

        foreach (var method in type.Methods)
        {
            foreach (var used in Signature(method).Concat(Body(method)))
            {
                yield return (used, $"{type.Name}.{method.Name}");
            }
        }
    }

    private static IEnumerable<TypeReference> Signature(TypeDefinition type) =>
        Flatten(type.BaseType)
            .Concat(type.Interfaces.SelectMany(i => Flatten(i.InterfaceType)))
            .Concat(type.Fields.SelectMany(f => Flatten(f.FieldType)))
            .Concat(type.GenericParameters.SelectMany(p => p.Constraints).SelectMany(c => Flatten(c.ConstraintType)))
            .Concat(Attributes(type))
            .Concat(type.Fields.SelectMany(Attributes))
            .Concat(type.Properties.SelectMany(Attributes));

    private static IEnumerable<TypeReference> Signature(MethodDefinition method) =>
        Flatten(method.ReturnType)
            .Concat(method.Parameters.SelectMany(p => Flatten(p.ParameterType)))
            .Concat(method.GenericParameters.SelectMany(p => p.Constraints).SelectMany(c => Flatten(c.ConstraintType)))
            .Concat(Attributes(method));

    private static IEnumerable<TypeReference> Body(MethodDefinition method) => !method.HasBody
        ? []
        : method.Body.Variables.SelectMany(v => Flatten(v.VariableType))
            .Concat(method.Body.ExceptionHandlers.SelectMany(h => Flatten(h.CatchType)))
            .Concat(method.Body.Instructions.SelectMany(i => Operand(i.Operand)));

    private static IEnumerable<TypeReference> Operand(object? operand) => operand switch
    {
        TypeReference type => Flatten(type),
        FieldReference field => Flatten(field.DeclaringType).Concat(Flatten(field.FieldType)),
        GenericInstanceMethod method => Method(method).Concat(method.GenericArguments.SelectMany(Flatten)),
        MethodReference method => Method(method),
        _ => [],
    };

    private static IEnumerable<TypeReference> Method(MethodReference method) =>
        Flatten(method.DeclaringType).Concat(Flatten(method.ReturnType)).Concat(method.Parameters.SelectMany(p => Flatten(p.ParameterType)));

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute => Flatten(attribute.AttributeType)
            .Concat(attribute.ConstructorArguments.Select(a => a.Value).OfType<TypeReference>().SelectMany(Flatten)));

    private static IEnumerable<TypeReference> Flatten(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                yield return generic.ElementType;
                foreach (var inner in generic.GenericArguments.SelectMany(Flatten))
                {
                    yield return inner;
                }

                break;
            case TypeSpecification specification:
                foreach (var inner in Flatten(specification.ElementType))
                {
                    yield return inner;
                }

                break;
            default:
                yield return type;
                break;
        }
    }
}
