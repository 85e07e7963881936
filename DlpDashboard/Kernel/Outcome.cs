using System.Diagnostics.CodeAnalysis;

namespace DlpDashboard.Kernel;

/// <summary>A value, or the expected failure that stood in its way. Unexpected failures are exceptions and fly on.</summary>
/// <typeparam name="T">What success gives.</typeparam>
public sealed class Outcome<T>
{
    private Outcome(T? value, Problem? problem)
    {
        Value = value;
        Problem = problem;
    }

    /// <summary>The value; null only where <see cref="Succeeded"/> is false.</summary>
    public T? Value { get; }

    /// <summary>The failure; null where it succeeded.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    /// <summary>Success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Failure.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>Success, where the value is an interface and the implicit conversion does not apply.</summary>
    public static Outcome<T> Of(T value) => new(value, null);
}
