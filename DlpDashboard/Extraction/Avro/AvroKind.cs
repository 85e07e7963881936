namespace DlpDashboard.Extraction.Avro;

/// <summary>Types of Avro, as far as they are read differently.</summary>
internal enum AvroKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>A byte.</summary>
    Boolean,

    /// <summary>A whole number: int and long.</summary>
    Whole,

    /// <summary>Four bytes.</summary>
    Float,

    /// <summary>Eight bytes.</summary>
    Double,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>UTF-8.</summary>
    Text,

    /// <summary>Bytes of a known length.</summary>
    Fixed,

    /// <summary>One of its symbols.</summary>
    Symbol,

    /// <summary>Fields.</summary>
    Record,

    /// <summary>Items of one type.</summary>
    Array,

    /// <summary>Values by names.</summary>
    Map,

    /// <summary>One of several types.</summary>
    Union,
}
