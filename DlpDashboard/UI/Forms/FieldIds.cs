namespace DlpDashboard.UI.Forms;

/// <summary>What a control inside a <see cref="Field"/> needs to belong to its label, help and error.</summary>
/// <param name="Id">For <c>id</c>.</param>
/// <param name="DescribedBy">For <c>aria-describedby</c>; null without help and error.</param>
/// <param name="Invalid">For <c>aria-invalid</c>: "true" or null.</param>
public sealed record FieldIds(string Id, string? DescribedBy, string? Invalid);
