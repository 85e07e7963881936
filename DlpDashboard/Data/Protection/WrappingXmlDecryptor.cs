using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace DlpDashboard.Data.Protection;

/// <summary>Decrypts what <see cref="WrappingXmlEncryptor"/> wrote. The framework makes it by its name in the stored XML, with the services.</summary>
internal sealed class WrappingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly KeyWraps _wraps = services.GetRequiredService<KeyWraps>();

    public XElement Decrypt(XElement encryptedElement)
    {
        var by = encryptedElement.Attribute(WrappingXmlEncryptor.WrapAttribute)?.Value ?? "";
        var wrap = _wraps.Find(by) ?? throw new CryptographicException($"The key was wrapped by {by}, which is not here.");
        return XElement.Parse(Encoding.UTF8.GetString(wrap.Unwrap(Convert.FromBase64String(encryptedElement.Value))));
    }
}
