namespace DlpDashboard.Detection.Checks;

/// <summary>Country codes of two capitals, ISO 3166-1, and XK as banks use it.</summary>
internal static class Countries
{
    private const string Codes =
        "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGY"
        + "HKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQA"
        + "RERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

    private static readonly bool[] Known = Read();

    /// <summary>Whether two capitals are a country's.</summary>
    public static bool Has(byte first, byte second) => first is >= (byte)'A' and <= (byte)'Z' && second is >= (byte)'A' and <= (byte)'Z' && Known[((first - 'A') * 26) + second - 'A'];

    private static bool[] Read()
    {
        var known = new bool[26 * 26];
        for (var at = 0; at < Codes.Length; at += 2)
        {
            known[((Codes[at] - 'A') * 26) + Codes[at + 1] - 'A'] = true;
        }

        return known;
    }
}
