using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Shopify tokens: app, private-app and shared secrets of 32 hexadecimal digits.</summary>
internal sealed class ShopifyToken() : TokenRule("shp[acps][at]_[0-9a-f]{32}", "shpss_[0-9a-f]{32}")
{
    public override Detector Describe() => Token("shopify-token", "Shopify token", "Shopify documentation, \"Access tokens\"", "shopify");
}
