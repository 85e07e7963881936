using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DlpDashboard.Detection.Matching;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection;

/// <summary>
/// What to look for, prepared: tables computed once from a choice of detectors. Immutable and safe to share between threads;
/// each thread scans with its own <see cref="SegmentScanner"/>.
/// </summary>
public sealed class DetectionEngine
{
    /// <summary>All engines run all rules, so all share the tables.</summary>
    private static readonly Lazy<EngineTables> Tables = new(() =>
    {
        var fingerprints = FingerprintsOf([.. DetectorCatalogue.All.Select((detector, place) => new DetectorSlot(detector, DetectorCatalogue.Rules[place], place, IsChosen: true))]);
        return EngineTables.Of(fingerprints, LayoutTable.Read(fingerprints));
    });

    private readonly ulong[] _farReaching;
    private readonly ulong[] _dormant;
    private readonly byte[] _wakeable = new byte[256];
    private readonly ulong[] _all;
    private readonly ulong[] _awake;

    private DetectionEngine(DetectorSlot[] slots, Likelihood floor, VectorKernel kernel, EngineTables tables)
    {
        Slots = slots;
        Floor = floor;
        Fingerprints = FingerprintsOf(slots);
        Array.ForEach(Fingerprints, fingerprint => fingerprint.Weigh(floor));
        Exact = tables.Exact;
        Prefilter = new Prefilter(tables.WithKeys, tables.Classes, kernel);
        PlainPrefilter = new Prefilter(tables.WithoutKeys, tables.Classes, kernel);
        _dormant = new ulong[Exact.Vectors * Vector512<ulong>.Count];
        _farReaching = new ulong[Exact.Vectors * Vector512<ulong>.Count];
        foreach (var (index, fingerprint) in Fingerprints.Index())
        {
            _farReaching[index >> 6] |= fingerprint.Ahead > DetectorRule.UsualAhead ? 1UL << (index & 63) : 0;
            _dormant[index >> 6] |= fingerprint.IsDormant ? 1UL << (index & 63) : 0;
        }

        foreach (var fingerprint in Fingerprints.Where(fingerprint => fingerprint.IsDormant))
        {
            for (var place = 0; place < WakeableOffsets; place++)
            {
                for (var value = 0; value < 256; value++)
                {
                    _wakeable[value] |= fingerprint.At(place + Fingerprint.FirstOffset).Holds((byte)value) ? (byte)(1 << place) : (byte)0;
                }
            }
        }

        _all = [.. Enumerable.Repeat(ulong.MaxValue, _dormant.Length)];
        _awake = [.. _dormant.Select(word => ~word)];
    }

    // Of the offsets from the first on.
    private const int WakeableOffsets = 6;

    /// <summary>The detectors whose values are reported.</summary>
    public IReadOnlyList<Detector> Detectors => [.. Slots.Where(slot => slot.IsChosen).Select(slot => slot.Detector)];

    /// <summary>Values less likely are not reported.</summary>
    public Likelihood Floor { get; }

    /// <summary>Width of the vectors used on this processor, in bits.</summary>
    public int VectorBits => Prefilter.Kernel switch { VectorKernel.Avx512Vbmi => 512, VectorKernel.Avx2 => 256, _ => 128 };

    internal DetectorSlot[] Slots { get; }

    internal Fingerprint[] Fingerprints { get; }

    internal ExactTable Exact { get; }

    /// <summary>Marks the anchors of all fingerprints.</summary>
    internal Prefilter Prefilter { get; }

    /// <summary>Marks those of texts without keys: dormant ones are left out.</summary>
    internal Prefilter PlainPrefilter { get; }

    /// <summary>Of the exact table's fingerprints those that count where keys can stand over values, or where they cannot.</summary>
    internal ulong[] Counting(bool hasKeys) => hasKeys ? _all : _awake;

    /// <summary>Of a vector of the exact table the dormant fingerprints.</summary>
    internal Vector512<ulong> Dormant(int vector) => Vector512.LoadUnsafe(ref _dormant[vector * Vector512<ulong>.Count]);

    /// <summary>Whether a dormant fingerprint may stand at an anchor, by six bytes: a first look that nearly all of usual text does not pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayWake(ref byte anchor)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_wakeable);
        ref var at = ref Unsafe.Add(ref anchor, Fingerprint.FirstOffset);
        return (Unsafe.Add(ref table, at) & (Unsafe.Add(ref table, Unsafe.Add(ref at, 1)) >> 1) & (Unsafe.Add(ref table, Unsafe.Add(ref at, 2)) >> 2)
            & (Unsafe.Add(ref table, Unsafe.Add(ref at, 3)) >> 3) & (Unsafe.Add(ref table, Unsafe.Add(ref at, 4)) >> 4) & (Unsafe.Add(ref table, Unsafe.Add(ref at, 5)) >> 5) & 1) != 0;
    }

    /// <summary>Of a vector of the exact table the fingerprints whose detectors read further ahead than is usual.</summary>
    internal Vector512<ulong> FarReaching(int vector) => Vector512.LoadUnsafe(ref _farReaching[vector * Vector512<ulong>.Count]);

    /// <summary>
    /// Prepares an engine. <paramref name="detectorIds"/> null takes all. Detectors that are not chosen still claim their values, so that a
    /// card within an IBAN is no card whether or not IBANs are asked for.
    /// </summary>
    /// <exception cref="ArgumentException">An id is not in <see cref="DetectorCatalogue"/>; the message names it.</exception>
    public static DetectionEngine Create(IReadOnlyCollection<string>? detectorIds = null, Likelihood floor = Likelihood.Possible) =>
        Create(detectorIds, floor, Prefilter.Best);

    /// <summary>A scanner for one thread, reporting to a sink.</summary>
    public SegmentScanner CreateScanner(IDetectionSink sink) => new(this, sink);

    internal static DetectionEngine Create(IReadOnlyCollection<string>? detectorIds, Likelihood floor, VectorKernel kernel)
    {
        var unknown = detectorIds?.FirstOrDefault(id => DetectorCatalogue.Find(id) is null);
        if (unknown is not null)
        {
            throw new ArgumentException($"No detector has the id \"{unknown}\".", nameof(detectorIds));
        }

        var slots = DetectorCatalogue.All
            .Select((detector, place) => new DetectorSlot(detector, DetectorCatalogue.Rules[place], place, detectorIds?.Contains(detector.Id) ?? true))
            .ToArray();
        return new DetectionEngine(slots, floor, kernel, Tables.Value);
    }

    /// <summary>An engine that runs these rules and no other, with a layout sought for them: seconds to make, for measuring how cost grows.</summary>
    internal static DetectionEngine CreateAlone(IReadOnlyCollection<string> detectorIds, Likelihood floor)
    {
        var slots = DetectorCatalogue.All.Where(detector => detectorIds.Contains(detector.Id))
            .Select((detector, place) => new DetectorSlot(detector, DetectorCatalogue.Rules[detector.Index], place, IsChosen: true)).ToArray();
        var fingerprints = FingerprintsOf(slots);
        return new DetectionEngine(slots, floor, Prefilter.Best, EngineTables.Of(fingerprints, LayoutSearch.Find(fingerprints)));
    }

    private static Fingerprint[] FingerprintsOf(DetectorSlot[] slots) =>
    [
        .. slots.SelectMany(slot => slot.Rule.Fingerprints.Select(row => (Row: row, IsWaker: false)).Concat(slot.Rule.Wakers.Select(row => (Row: row, IsWaker: true))).Distinct().Select(part => (part.Row, part.IsWaker, Slot: slot)))
            .GroupBy(part => (part.Row, part.IsWaker), part => part.Slot)
            .Select(group => (Key: group.Key.Row, Fingerprint: Fingerprint.Parse(group.Key.Row, group.Key.IsWaker, [.. group])))

            // The same order on every machine; those that begin alike share a word of the exact test, so that few words are looked through at an anchor.
            .OrderBy(pair => pair.Fingerprint.At(0).Holds((byte)'5') ? 0 : 1).ThenByDescending(pair => pair.Fingerprint.At(0).Count).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Fingerprint),
        .. slots.Select(Fingerprint.OfListed).OfType<Fingerprint>(),
    ];
}
