namespace DlpDashboard.Detection.Matching;

/// <summary>Which instructions the prefilter uses; all find the same candidates after the exact test.</summary>
internal enum VectorKernel
{
    /// <summary>128-bit vectors on any processor.</summary>
    Portable128,

    /// <summary>256-bit vectors, x86 with AVX2.</summary>
    Avx2,

    /// <summary>512-bit vectors with a lookup of 128 bytes, x86 with AVX-512 VBMI.</summary>
    Avx512Vbmi,
}
