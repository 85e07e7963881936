using DlpDashboard.Access.Settings;

namespace DlpDashboard.Scans.Planning;

/// <summary>What a scan by a plan would meet, take and cost.</summary>
/// <param name="Certainty">How the numbers were come by.</param>
/// <param name="Listed">All objects of the endpoint, whatever the plan.</param>
/// <param name="Objects">Objects the scan would look at: neither left out nor unchanged.</param>
/// <param name="Bytes">Their bytes as listed.</param>
/// <param name="BytesToRead">Bytes that would be read of them: less where only the first are, where they are archived, or of a kind that is not read.</param>
/// <param name="LeftOut">What the plan's rules leave out, those that leave out something.</param>
/// <param name="Unchanged">What would be skipped since it is as it was; nothing unless only changed objects are read.</param>
/// <param name="Cold">Of the objects: archived ones, which cannot be read before they are restored.</param>
/// <param name="Unreadable">Of the objects: those that the listing says cannot be opened.</param>
/// <param name="Unsupported">Of the objects: those whose names tell a kind that is not read, such as films.</param>
/// <param name="Requests">Requests to the provider.</param>
/// <param name="Cost">What the provider would charge.</param>
/// <param name="Time">How long it would run.</param>
/// <param name="Bound">What a clean sample would prove; null where the plan takes none.</param>
/// <param name="Basis">Where the numbers come from and what they leave open, in sentences.</param>
public sealed record ScanEstimate(
    ScanEstimateCertainty Certainty,
    ScanEstimateShare Listed,
    long Objects,
    long Bytes,
    long BytesToRead,
    IReadOnlyList<ScanEstimateLeftOut> LeftOut,
    ScanEstimateShare Unchanged,
    ScanEstimateShare Cold,
    ScanEstimateShare Unreadable,
    ScanEstimateShare Unsupported,
    ScanEstimateRequests Requests,
    ScanEstimateCost Cost,
    ScanEstimateTime Time,
    SampleBound? Bound,
    IReadOnlyList<string> Basis);

/// <summary>Some objects and their bytes.</summary>
/// <param name="Objects">How many.</param>
/// <param name="Bytes">Their bytes as listed.</param>
public sealed record ScanEstimateShare(long Objects, long Bytes);

/// <summary>What one rule leaves out.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Objects">How many.</param>
/// <param name="Bytes">Their bytes as listed.</param>
public sealed record ScanEstimateLeftOut(LeftOutBy Rule, long Objects, long Bytes);

/// <summary>Requests as the provider counts them; none for a folder.</summary>
/// <param name="List">Pages of listings.</param>
/// <param name="Get">Reads of objects or of parts of them.</param>
public sealed record ScanEstimateRequests(long List, long Get);

/// <summary>A cost by the price table (<see cref="PricingOptions"/>).</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Requests">For requests.</param>
/// <param name="Transfer">For bytes that leave the provider.</param>
/// <param name="Retrieval">For bytes of storage classes that charge for reading.</param>
/// <param name="Total">All of it.</param>
/// <param name="Prices">Whose prices these are.</param>
public sealed record ScanEstimateCost(string Currency, decimal Requests, decimal Transfer, decimal Retrieval, decimal Total, string Prices);

/// <summary>How long a scan would run, waiting in line not counted.</summary>
/// <param name="AtLeastSeconds">If all goes well.</param>
/// <param name="AtMostSeconds">If it does not.</param>
public sealed record ScanEstimateTime(double AtLeastSeconds, double AtMostSeconds);
