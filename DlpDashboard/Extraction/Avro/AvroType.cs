namespace DlpDashboard.Extraction.Avro;

/// <summary>A type of an Avro schema. Records may hold themselves.</summary>
internal sealed class AvroType(AvroKind kind)
{
    /// <summary>What it is.</summary>
    public AvroKind Kind { get; } = kind;

    /// <summary>What it means.</summary>
    public AvroMeaning Meaning { get; init; }

    /// <summary>Decimals of a <see cref="AvroMeaning.Decimal"/>.</summary>
    public int Scale { get; init; }

    /// <summary>Bytes of a <see cref="AvroKind.Fixed"/>.</summary>
    public int Size { get; init; }

    /// <summary>Names: a record's fields, an enumeration's symbols.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Types: of a record's fields, a union's branches, an array's items, a map's values.</summary>
    public List<AvroType> Types { get; } = [];
}
