using System.Runtime.CompilerServices;
using Bunit;

namespace DlpDashboard.Tests.Testing;

/// <summary>How long drawn components are waited for: other tests use the processor too, and who is fast waits no longer for it.</summary>
internal static class Patience
{
#pragma warning disable CA2255 // Nobody else loads this assembly, and a single test may draw before any stage was made.
    [ModuleInitializer]
    internal static void Begin() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
#pragma warning restore CA2255
}
