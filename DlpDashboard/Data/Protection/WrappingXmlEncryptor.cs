using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace DlpDashboard.Data.Protection;

/// <summary>Encrypts the secret part of a Data Protection key before it is stored.</summary>
internal sealed class WrappingXmlEncryptor(KeyWraps wraps) : IXmlEncryptor
{
    public const string ElementName = "wrappedKey";
    public const string WrapAttribute = "by";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var wrap = wraps.Current;
        var content = wrap.Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        var element = new XElement(ElementName, new XAttribute(WrapAttribute, wrap.Id), Convert.ToBase64String(content));
        return new EncryptedXmlInfo(element, typeof(WrappingXmlDecryptor));
    }
}
