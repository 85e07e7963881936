using System.IO.Compression;

namespace DlpDashboard.Tests.Extraction;

/// <summary>
/// Files that the usual tools made (bzip2, xz, zstd, lz4, 7-Zip 26, Python's lzma and zipfile), as base64. All but those of 7z hold <see cref="MadeFiles.Lines"/>; these hold
/// <c>a.txt</c> with the same and <c>b.csv</c>, a table with the word to find. The databases are of SQLite 3.40 with pages of 512 bytes, gzipped.
/// </summary>
internal static class ToolMadeFiles
{
    private static readonly Dictionary<string, string> Encoded = new()
    {
        ["bzip2"] =
            "QlpoOTFBWSZTWcHWF80AAUPZgAAQQAB/4ANlhEAwAKWDKp6n7Sk/9VNNI0MNKH/qqAAAFKpGQYTQ9R+TSem0nqXt6N88a2DAABYHkACAFABQXd2bppPlNJ4znJXMklJqTEmE1RcslQFV" +
            "AUAAIHlVJXUi5RYRZIsUXT6ixRbUX5FkRcov4u5IpwoSGDrC+aBCWmg5MUFZJlNZZa+7NQAA/FmAABBAAH/gB2WEQDAAqYQoDT/1VGQAEpUb9qqaf6qaDTQBSpE0MgGmi3sTETdExE2p" +
            "o12ralbAAAAFttttt69jAz0YGK7dNlXzVWSSSSSSSICqpgqqYKqmHJVTC8fMC3os8vaLjfAWVFzhfeULiFqi/IsIs8ItUX8XckU4UJBlr7s1",
        ["xz"] =
            "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AfSAK1dADYaSh8IoCuxbQad+LKKIkUYs3IS1S1yry2jLlHthoLsbjxnWgiTpq7LxJUwop+Yelu1VhhxSdKgsAABbaGj5o2VKZYVB+bwNTeS" +
            "FIHuVo8j5zaNhVDZbuTeWHICihFT0uaFwapZPx/rzhxzMZWGEZSnLMGkl9fWASAbGDrrN2VF741gdUSlhTLkvUFjZweaf7odct7Vz4VW0ilGQwqJQ7m09QTw+cOfJt0f8GYgAAAAAC/s" +
            "qZ+RJdtGAAHJAdMPAABb42/3scRn+wIAAAAABFla",
        ["xz2"] =
            "/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4APnAH1dADYaSh8IoCuxbQad+LKKIkUYs3IS1S1yry2jLlHthoLsbjxnWgiTpq7LxJUwop+Yelu1VhhxSdKgsAABbaGj5o2VKZYVB+bwNTeS" +
            "FIHuVo8j5zaNhVDZbuTeWHICihFT0uaFwapZPx/rzhxzMZWGEZSnLMGkl9fWAR/KcoMAAAAAAJf4YLWazR3k7V3ZvLShzqq5x3ckgkHcZbG+YtBwLanpAAGxAegHAADvQic5tunfHAIA" +
            "AAAAClla/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4APqAHtdADMICobD0J+PKxaXw43KmJm95pEc1Ot+HuPj7/VgVwKPOd430uuUrBXuLSO0xw5cRWjD8VLMiTQHZ8pRli977fr9L1JD" +
            "cnAMPa+7zDTDqHikODHQj7tMQhLnGU/GOHYszyaXC58PISqZVnTrDeY7CVF4DcFmxByzKk1boAAAS4zsRAABkwHrBwAAPEn2YT4wDYsCAAAAAAFZWg==",
        ["lzma"] =
            "XQAAgAD//////////wA2GkofCKArsW0GnfiyiiJFGLNyEtUtcq8toy5R7YaC7G48Z1oIk6auy8SVMKKfmHpbtVYYcUnSoLAAAW2ho+aNlSmWFQfm8DU3khSB7laPI+c2jYVQ2W7k3lhy" +
            "AooRU9LmhcGqWT8f684cczGVhhGUpyzBpJfX1gEgGxg66zdlRe+NYHVEpYUy5L1BY2cHmn+6HXLe1c+FVtIpRkMKiUO5tPUE8PnDnybdIJ8+lv//r/oxAA==",
        ["zstd"] =
            "KLUv/WTTBkUEAHIIFhCwecCqS2k+DJJNdpPHqwKAYBwxBrJ7b15NPPv35tXEM39vXk086/fm1cQzfm9eTTzb9+bVxDN9b15NPMv35tXEM3xvXk08u/fm1USg1lBhFBVIChcGMidlqCHk" +
            "138D4JXWESAIwScELj/cAJieD6dhHuaDaZiH+WAaZrlDx5jSbGmrrAJCALbP",
        ["lz4"] =
            "BCJNGGxA0wcAAAAAAAAMAAIAAPEEbGluZSAxIG9mIHRoZSB0ZXh0ChMAHjITAB4zEwAeNBMAHjUTAB42EwAeNxMAHjgTAB45EwAvMTAUAAAPwAAAHzHBAAAfMcIAAB8xwwAAHzHEAAAf" +
            "McUAAB8xxgAAHzHHAAAfMcgAAB8yyAAAHzKIAQEPyAAAHzLIAAAfMsgAAB8yyAAAHzLIAAAfMsgAAB8yyAAAHzLIAAAfM8gAAB8zyAAAHzNRAgEPyAAAHzPIAAAfM8gAAB8zyAAAHzPI" +
            "AAAfM8gAAB8zyAAAHzTIAAAfNMgAAB80yAAAHzQaAwEPyAAAHzTIAAAfNMgAAB80yAAAHzTIAAAfNMgAAB81yAAAHzXIAAAfNcgAAB81yAAAHzXjAwEPyAAAHzXIAAAfNcgAAB81yAAA" +
            "HzXIAAAfNsgAAB82yAAAHzbIAAAfNsgAAB82yAAAHzasBAEPyAAAHzbIAAAfNsgAAB82yAAAHzfIAAAfN8gAAB83yAAAHzfIAAAfN8gAAB83yAAAHzd1BQEPyAAAHzfIAAAfN8gAAB84" +
            "yAAAHzjIAAAfOMgAAB84yAAAHzjIAAAfOMgAAB84yAAAHzg+BgEPyAAAHzjIAAAfOcgAAB85yAAAHznIAAAfOcgAAB85yAAAHznIAAAfOcgAAB85yAAAHzkHBwEPCAcCCskAsHRoZSBu" +
            "ZWVkbGUKAAAAAKKaPfk=",
        ["zip-lzma"] =
            "UEsDBD8AAgAOAIBKdV3Z2A0UvQAAANMHAAAFAAAAbC50eHQJBAUAXQAAgAAANhpKHwigK7FtBp34sooiRRizchLVLXKvLaMuUe2GguxuPGdaCJOmrsvElTCin5h6W7VWGHFJ0qCwAAFt" +
            "oaPmjZUplhUH5vA1N5IUge5WjyPnNo2FUNlu5N5YcgKKEVPS5oXBqlk/H+vOHHMxlYYRlKcswaSX19YBIBsYOus3ZUXvjWB1RKWFMuS9QWNnB5p/uh1y3tXPhVbSKUZDColDubT1BPD5" +
            "w58m3SCfPpb//6/6MQBQSwECPwM/AAIADgCASnVd2dgNFL0AAADTBwAABQAAAAAAAAAAAAAAgAEAAAAAbC50eHRQSwUGAAAAAAEAAQAzAAAA4AAAAAAA",
        ["zip-bzip2"] =
            "UEsDBC4AAAAMAIBKdV3Z2A0UtQAAANMHAAAFAAAAbC50eHRCWmg5MUFZJlNZowpCxQACitmAABBAAH/gB2WEQDABAMDSgyb/VKU9QZAo0ZA0aZGgUqkA/VAGQ8/ZKkrapUleTGetL7+P" +
            "OjcBkcAYDkHIMBwBkbgOjYA0gAauSpK+pKkq7u7u777T5u7u7u9VUNwHUqDgDMqByDEqAwHMqAZHEqAOjeVADTappmZmZmYnfXYi1kW/d7IvpFpIuJFtsRfSLJF+ItCLfoRYRfxdyRTh" +
            "QkKMKQsUUEsBAi4DLgAAAAwAgEp1XdnYDRS1AAAA0wcAAAUAAAAAAAAAAAAAAIABAAAAAGwudHh0UEsFBgAAAAABAAEAMwAAANgAAAAAAA==",
        ["zip-deflate64"] =
            "UEsDBBUAAAAJAPFKdV3Z2A0U2wAAANMHAAAFAAAAYS50eHRt1TtOQzEQQNE+q3hL8H8m+8EIpCg0KVg+gg75dNbprmzPPD6f+6rX1/v1+tjXa3+/bn/UTuonjZPmSeukOClPup9UC6zC" +
            "GqzDBmzCFixgCUNHKzDdQ4N12IBN2IIFLGHo6AVWYXpQHTZgE7ZgAUsYOkaBVViD6WcM2IQtWMASho5ZYBXWYB2mLz5hCxawhKFjFViFNViHDZhm1YIFLGHoiAKrsAbrsAGbMA3dgCUM" +
            "HVlgFdZgHTZgE7Zg2h4JQ8e9wCqswTpswCZswQKmNcg9+D/k9/Dc++2xbz9QSwECPwMVAAAACQDxSnVd2dgNFNsAAADTBwAABQAkAAAAAAAAACCApIEAAAAAYS50eHQKACAAAAAAAAEA" +
            "GACkuXL6mXndAQAAAAAAAAAAAAAAAAAAAABQSwUGAAAAAAEAAQBXAAAA/gAAAAAA",
        ["7z-lzma2"] =
            "N3q8ryccAATx7C9cRQEAAAAAAAAjAAAAAAAAADOG1J7gB+cAvV0ANhpKHwigK7FtBp34sooiRRizchLVLXKvLaMuUe2GguxuPGdaCJOmrsvElTCin5h6W7VWGHFJ0qCwAAFtoaPmjZUp" +
            "lhUH5vA1N5IUge5WjyPnNo2FUNlu5N5YcgKKEVPS5oXBqlk/H+vOHHMxlYYRlKcswaSX19YBIBsYOus3ZUXvjWB1RKWFMuS9QWNnB5p/uh1y3tXPhVbSKUZDColDubT1BPD5w58m3SA7" +
            "VXejZdMZm17PuzBFqrgIqVQAAAAAgTMHrg/VMS7eVyTT/rNwGIFAHng7CrCKSPyON+GGq/rNnx4nEjlM9AO6SdzDisgopDMKSLmMzs1B2SuOnWcK79CMu6Mz+UIwCepL7zKf2wo6JhRA" +
            "vNJigL6Hy+9jwg+8gvMBWwJbyRSI3Rm4x0dtFhFRSvlfns+704kBAAAAFwaAxQEJgIAABwsBAAEjAwEBBV0AEAAADICmCgFwGY4DAAA=",
        ["7z-lzma"] =
            "N3q8ryccAATO8brnvgAAAAAAAAB+AAAAAAAAAOedOIYANhpKHwigK7FtBp34sooiRRizchLVLXKvLaMuUe2GguxuPGdaCJOmrsvElTCin5h6W7VWGHFJ0qCwAAFtoaPmjZUplhUH5vA1" +
            "N5IUge5WjyPnNo2FUNlu5N5YcgKKEVPS5oXBqlk/H+vOHHMxlYYRlKcswaSX19YBIBsYOus3ZUXvjWB1RKWFMuS9QWNnB5p/uh1y3tXPhVbSKUZDColDubT1BPD5w58m3SA7VXejZdMZ" +
            "m17PuzBFqrgIqVQAAQQGAAEJgL4ABwsBAAEjAwEBBV0AEAAADIfoAAgNAgmH0woB2dgNFAFPrDYAAAUCGQsAAAAAAAAAAAAAABEZAGEALgB0AHgAdAAAAGIALgBjAHMAdgAAABkCAAAU" +
            "EgEApLly+pl53QGkuXL6mXndARUKAQAggKSBIICkgQAA",
        ["7z-copy"] =
            "N3q8ryccAAS75COIFQAAAAAAAABCAAAAAAAAANTw/f9uYW1lLGNhcmQKQm9iLG5lZWRsZQoBBAYAAQkVAAcLAQABAQAMFQAICgEBT6w2AAAFARENAGIALgBjAHMAdgAAABQKAQCkuXL6" +
            "mXndARUGAQAggKSBAAA=",
        ["7z-deflate"] =
            "N3q8ryccAAQLYkdTUQEAAAAAAAAhAAAAAAAAAFYLWhRt1TtOAzEUQNE+q5gFpPDfTstOAjECKUwkNAXLRyAa5NNZp7uy/d79fZ9b3B6v2/E2t2N+HadfSivllcpKdaW2Ul9prHRZKQZY" +
            "hCVYhhVYhTVYhw0YOlKA6R4SLMMKrMIarMMGDB05wCJMDyrDCqzCGqzDBgwdJcAiLMH0MwqswhqswwYMHTXAIizBMkxfvMIarMMGDB0twCIswTKswDSrGqzDBgwdPcAiLMEyrMAqTEO3" +
            "wwYMHSPAIizBMqzAKqzBtD0GDB2XAIuwBMuwAquwBuswrUHuwf8hP4d9ztt9nvbrxzy/XD9vp6fH8/kPvwEAAIEzB64P1TIizhclR1cE+nsos+hlN0Df5o04Vg3oiIaykNoI7wWAfQLM" +
            "4P3/b6tnN2aQhrihUyDxZbBpJkLdP+ZrGFvALgupT2fJ9JZ4H6r8FLQ0yBX6bYstU0f/AAAAFwaA8AEJYQAHCwEAASMDAQEFXQAQAAAMbgoBayVqtQAA",
        ["7z-ppmd"] =
            "N3q8ryccAATcuSjxGAAAAAAAAABSAAAAAAAAAEqXcAUAbfGi1MGPnHFGPUgLhru2Wn6ZEhpG6AABBAYAAQkYAAcLAQABIwMEAQUGAAABAAwVAAgKAQFPrDYAAAUBGQYAAAAAAAARDQBi" +
            "AC4AYwBzAHYAAAAUCgEApLly+pl53QEVBgEAIICkgQAA",
        ["7z-password"] =
            "N3q8ryccAASDsgtPIAAAAAAAAABiAAAAAAAAAFs4PbwJEWmV5Pgow1ODj+2oIDk24NHnHSbfjzrnbNYYYOlDHAEEBgABCSAABwsBAAIkBvEHARJTD9u/vW25lgh4POg5AXuWshohIQEA" +
            "AQAMGRUACAoBAU+sNgAABQEZAQARDQBiAC4AYwBzAHYAAAAUCgEApLly+pl53QEVBgEAIICkgQAA",
        ["7z-hidden"] =
            "N3q8ryccAAQ6so/TkAAAAAAAAAAuAAAAAAAAANT9Htq/kLP7TOnL/44C0l2X/nlhXr2n3S9LmHsGin8E8DBeKVdoixrfrwUe9a/cyrv2i8ix14ieVX84aFjMWGCgndP9QOcIcTorlNTN" +
            "KK++1M+s5kkJjYDYb/mUb2oEi+qrsebjm+dZ/hnkiItaOXo7tdX+Brpl/AtJWDJiGGSHJGjsU3lhbY1sicMTNxuOhH71ElEXBiABCXAABwsBAAEkBvEHARJTD5hKKSw9UZ10+K8GeeY2" +
            "uxcMYgoBxlmLjQAA",
        ["sqlite"] =
            "H4sIAAAAAAACA+2Ye2xbVx3Hf79rx3Gch+M0iW/TPE7TNrEbt70vv9Ksuy1NtVXVlI1oLRU0c+Mb6taPzr5O0zEGtgOs0gSTJm3TOhBsnTRtiEljlAq0iceAiTcFJpCGVPHYEDBeotIY" +
            "CDjH9kl2rlTBPwi65Cf5fI9/v499fH7nd+85vu+89VDGtshCoZhL2UQHCRDBJAQAWugrAKvmbr64Ifx7a4Gd88i+iH4xNL9z3f6PjC2IC//Auh34N7za6K7b29faaydp66tGaNuWZ5cl" +
            "4lUW6GrIuq0F6/S4UBrBGFt/Cb/OXAH8RaOzbtehdcvuPv/EvKIlTy2msmWL5Mu541aRaEka9DeDalQMqtFOfIPuAROA3fg1OA8W7V7LEi2e4MgI7rVTx7OWlTttn50r5Fc7nnfcNr13" +
            "dprM7t13aJqsuEkoFTbcnj6/3/uexYx1ZnGxyd1+8/RhskhSJVKysta8TbaThWIhR+bLJbuQs4qlkqs1GAxiZbo+4HwhbZXqjVsYqO4ioVOZfJrY1pIdqXua3cZkG/3TxUwuVTxLTlln" +
            "QwyJEPaZcJicydgnCmWbFAtnMumKhq1sllW9MSr/MSsdSRydu0kokyaZvG29l6b1LUNFyOhCOZsl+VTOGuU/MFVcYSMkX7AbP5GkrYVUOWuT0Hgqcnw8HCHHU9lUft4iRSuVZfPKl+xi" +
            "in6QlEk5n7mzbIXYV4XDquQJTo8g0PlYS6U7s/REN5cq24X6+7mV3zinrnRddD299fvA6tls3dameZeuZWTpP7R18HoFWQGsp2gtgnTrTmctdv9vh3HAX8NV+DF8FZ6Ch+EDkINZ2Evd" +
            "3OS8B+gG0zpD945Cnqhqu9nfiATS9QjyiOJrCR71wNAqnGwze5pnlJl6gLMJrzt4QEDjrWZHE50S0JjHFdQENNpiNh9GdIcE1HBLw8PU41lBdeg6733ixJ++ceMbjU+cS/e20o88EG1r" +
            "Epr0dq4BOuPWfh9NSdvqAt54pfk/gL42wAHA1/EyvoCP48fQxjtwGlXsRwlegx/CJbgA56AMRyl2DQtUI0IV6MqwX66OCjWjJYfMHRyXBVxLDHbJ1S4Rj28yJzjuFvHYQKdcuUvEoxvN" +
            "cBOvnBZxQ+6QKwsirgfNcY6/W8S1/na5cpuIq33mNo7fJOJKr0+u7BEvj+QGcwvHDfH6SPS0yZXtIh4PmJs5TkQ81u2VK/0iHvWbwxzvEHGjq1WuSCKud5oDTXxJpLUOT2P99wD+Cn+A" +
            "F/Ex/AiW8AjuxzD2wZvwKnwLPg+Pwr30jvAuijlMrp0UxjKSqpn4YGOs2h3CYEZCkeXa7SIe32XGOX5IxGM7g3Jtn4hHd5gxjidE3Ij0y7WdIq5PmFGObxVxbXufXBsQcTVsGhzvFnEl" +
            "1CvXPAKuJ8dNvYlX7xarPzG2Qa4WRTy+zdQ4fkLEY1t75OoxEY9uMVWOz4q4MRqQqwdFXN9sKhw3RVwj3XI1JuLqiLlr9fpvR4r/jq7/83T9P0rXf46uv4J9iGvg9BtYPiLkK6ZMDcvL" +
            "twj5iiZ3mzc007u8X8CjickheXlSxONJc4rjiojHEoPy8piIR+Pmbo4PirgR2yQv94i4HjUnOe4Vcc0YkGv3iLiqm0le1raIK9pGH934h9CA+rPfn+Mr+DJ+H7+JL9K94BI+i0/jBfw4" +
            "Pkh3hXuxgnfR2siihcfwMM7gzbgPd6OBO3AMR1DGAPrQBX+n54jf033jCvwULtO7x4vwPFyEZ+BJ+BQ8Ag/AffAhuIcOyu3i9Vcy7NHZMEaYDOEok0GUmWzCLiYD6GayEd5kIsMfmQTh" +
            "VSb98AqTPrjMpBdeYrIBXmDSA88xCcBTTLrhk0z88CCTLriPSSdUW1yIHUusbc+z1pdmbdtR1npnWNt6gLWeKda2aKx1h/hf/cZDf+qSet2uNvT56NthDAH+Ff+Mv8Vf4s9oBXwPX8Iv" +
            "4xfws/hpfAI/gQ/h/XgOq/g+ejbI4QK9PxzBW/EgxnAXhvCGtfAnmSV/SjrCZLd0C5NJaX+Hy4P8bDnMfElpkklCUpjEpTEmMWmQSVTqYWJIXiY6/oOJhn9houJvmCh4hckufJnJTvw2" +
            "kx34FSYRvMRkAj/DZDteYBLGR5iE8H4m4/hhJmN4N5NtWGSyFU8w2YLHmIziLJPNeJAJQZOtvx/O0/M//gS/hE/SlV6i57+b6P1fhn/S/f878BwNVyEDMxB/a0bS/+2U82eWhuOZpcED" +
            "uiOg84DmCGg8oDoCKg8ojoASpIHwvKI4nqYmuT8h+hPcHxf9ce6Pif4Y9zseyEa53zFpg/sdc9a53zFlzU/9G6lfPdX4n8c5x0QVH47QGwM9/72G38XP4aPogdfhR/BFeIye+U/DYdiD" +
            "NTxJr/YEBa+1RJojG1qCBxzp0OI84MiHFuMBR0K0KA84MqLxMtAcKdF4GWjOnPAy0BxloPEy0BzZ0RQ6x/f/z+45vDgdNagmecCRdpWnXXWkXeVpVx1pV2Ps+vfRRV9Z/5XVps41Y830" +
            "6I5M6zzTuiPTOs+07si0zjOtOzKt8wLXHQWu8wLXHQWu8wLXndc8L3DdUeA6L3DdUeA6L3DdUeC68i8+jFxwACIAAA==",
        ["sqlite-utf16"] =
            "H4sIAAAAAAACA+1YS09TQRT+5vZdKQkJKxPqlER5pDVUtiSAhoUJiW+N8UEu5SINfWBftAsWEP+BS5ZGfwR/wF9g4tKlWxcaEzZ+Z25rC60i0URo7zedMzNnZr55npPeuXdnOVtx9Hqx" +
            "lLcrehYWlMKC1gACjMNow9+MLVg4GQFczSghUupQykE38XA24LfkbCz1TQrD6tDNeBgAxEYphqJRSp/6DJ79VyYe+hRDvqDC8H747caX9/GATylr1O+LqGhM7dORzwFz6o36fjrOvacq" +
            "lEin1avHFdhYRQ4OMqiijAqKyLNUYr5bY93AXSxhEfcpNeUirmPZ5Lsba0wiizWmWRRY4+CFqdHYosyync20wfIm9Q0kmRvHOnlyDJp9bMM1zrz0rlMmzUjSr5s3afoUjabdQ7OlQ1bb" +
            "8FbMrCZYSnLZE5gyvVZZzjEWyC19S5SicUcrUi8rK1HnjqjJJbHA8kumDjlbs5piIMIinljBxE5amV5rZj5lts+xLLNbMXOSHWvXr/TYxxWke2h9UeP/D6A+UHg4R7joHxu5nMEMQ5p3" +
            "v8ATdXj+YoTTrFpyq2ZYVTPXsGouZYFpnlfVNaEZxMT/4xbUJRwwefCXk8oGguIRqm2H4HC4Ld65Bm9gsTnL45rQrx1Cd2MxPZvmkfGHxkZGwrupGm++g20us4ajRA9xk+kj5mqMtvEm" +
            "ZbZ1HZVY4DTjOrdCLKKX99l97gslEgm1t9Pp4orGzsoducDvXFqrkcx8s2mmx52R2+aotvPcOvW9Hd/kT5ak0bnjiCPR3BxxFhusr5ply4K3jVuN/ek/eQ/9ikgdpw0a9X8cPMb/w0hE" +
            "vb0cXEbigreXg8so8PZysBg7PxVi5m32E/jz0IeIR4NIRRC63fygkW8ozQ/G+eZ5m/OXx4apE4heL4yGkFLvnkWOUl2D5dnl+WSUBybX/j+CPw99hCtx2n3wuN3PovUGPN986/0B/rVG" +
            "JgAcAAA=",
    };

    public static IEnumerable<string> Names => Encoded.Keys;

    public static byte[] Get(string name)
    {
        var bytes = Convert.FromBase64String(Encoded[name]);
        if (!name.StartsWith("sqlite", StringComparison.Ordinal))
        {
            return bytes;
        }

        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var into = new MemoryStream();
        gzip.CopyTo(into);
        return into.ToArray();
    }
}
