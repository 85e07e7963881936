using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>PyPI upload tokens: a macaroon whose first bytes name pypi.org or test.pypi.org.</summary>
internal sealed class PyPiToken() : TokenRule(@"pypi-AgEIcHlwaS5vcmc[\w\-]{50,400}", @"pypi-AgENdGVzdC5weXBpLm9yZw[\w\-]{50,400}")
{
    public override Detector Describe() => Token("pypi-token", "PyPI upload token", "PyPI help, \"API tokens\": a macaroon in base 64 that begins with the site", "pypi", "twine", "upload");
}
