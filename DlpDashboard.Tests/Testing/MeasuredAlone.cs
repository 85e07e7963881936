namespace DlpDashboard.Tests.Testing;

/// <summary>Tests that look at the whole process, its memory or its children: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "Measured alone";
}
