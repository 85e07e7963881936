using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Italian driving licence: two letters, seven digits, a letter, or U1 and its alphabet; a word near it is obligatory.</summary>
internal sealed class ItDriverLicence() : NumberRule("aannnnnnna", "Unkkkkkkku")
{
    public override Detector Describe() => National(
        "it-driver-licence",
        "Italian driving licence",
        "IT",
        "two letters, seven digits, a letter, or U1 and its alphabet; a word near it is obligatory",
        "Ministero delle Infrastrutture, patente di guida",
        words: ["patente", "patente di guida", "numero patente", "licenza di guida", "driving licence"],
        trues: ["patente NL6515055M", "patente di guida: DG0445166S", "patente=CL6404104U;", "\"patente\": \"EH4685356A\"", "the driving licence of the customer is ZY6883106O."],
        falses: ["patente AB123456C", "patente 990123456B", "patente AB12345678C", "patente xAB1234567C", "patente AB1234567C-123"]);

    protected override (double Alone, double Supported) Formed => (0.1, 0.7);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => true;
}
