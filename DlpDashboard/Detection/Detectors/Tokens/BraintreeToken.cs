using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>PayPal Braintree access tokens: the environment, an id and 32 hexadecimal digits.</summary>
internal sealed class BraintreeToken() : TokenRule("access_token$production$[0-9a-z]{16}$[0-9a-f]{32}")
{
    public override Detector Describe() => Token("braintree-token", "PayPal Braintree access token", "Braintree documentation, \"Access tokens\"", "braintree", "paypal");
}
