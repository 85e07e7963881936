namespace DlpDashboard.Extraction.Parquet;

/// <summary>Types of Thrift's compact protocol.</summary>
internal enum ThriftKind
{
    /// <summary>The end of a struct.</summary>
    Stop = 0,

    /// <summary>A boolean that is true.</summary>
    True = 1,

    /// <summary>A boolean that is false.</summary>
    False = 2,

    /// <summary>One byte.</summary>
    Byte = 3,

    /// <summary>An integer of 16 bits.</summary>
    Int16 = 4,

    /// <summary>An integer of 32 bits.</summary>
    Int32 = 5,

    /// <summary>An integer of 64 bits.</summary>
    Int64 = 6,

    /// <summary>Eight bytes.</summary>
    Double = 7,

    /// <summary>Bytes or text.</summary>
    Binary = 8,

    /// <summary>A list.</summary>
    List = 9,

    /// <summary>A set, written like a list.</summary>
    Set = 10,

    /// <summary>Pairs.</summary>
    Map = 11,

    /// <summary>Fields.</summary>
    Struct = 12,
}
