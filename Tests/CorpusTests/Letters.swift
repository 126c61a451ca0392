extension SpoiledFile {
    /// Letters that went through a wrong encoding before the file was written: mended only where a person says so.
    static let letters: [SpoiledFile] = [
        .refused("UTF-8 read as Windows-1252", Array(misread(text, western).utf8), "spoiled"),
        mended("UTF-8 read as Windows-1252, to be mended", misread(text, western)),
        mended(
            "the same with a mark and CR LF",
            "\u{feff}" + misread(text, western).replacing("\n", with: "\r\n")
        ),
        .refused("UTF-8 read as Windows-1257", Array(misread(text, baltic1257).utf8), "“Uzvārds” is meant"),
        mended("UTF-8 read as Windows-1257, to be mended", misread(text, baltic1257)),
        .refused("Windows-1257 read as Windows-1252", Array(misreadBaltic.utf8), "spoiled"),
        mended("Windows-1257 read as Windows-1252, to be mended", misreadBaltic),
        mended("only some lines spoiled", text.replacing("Bērziņš", with: misread("Bērziņš", western))),
        mended("nothing spoiled, though somebody wants it mended", text),
        SpoiledFile(
            name: "spoiled letters that a person wants kept",
            bytes: Array(
                "class;surname;forename;external_code\n5.a;\(misread("Bērziņš", western));Zane;P-1\n".utf8
            ),
            letters: "kept",
            rows: ["5.a|\(misread("Bērziņš", western))|Zane|P-1||2025-09-01"]
        ),
        .utf8(
            "foreign letters that are as they should be",
            "class;surname;forename;external_code\n5.a;Müller;René;P-1\n5.a;Åkesson;Bjørn;P-2\n5.a;Ääremaa;Õie;P-3\n",
            rows: [
                "5.a|Müller|René|P-1||2025-09-01", "5.a|Åkesson|Bjørn|P-2||2025-09-01",
                "5.a|Ääremaa|Õie|P-3||2025-09-01",
            ]
        ),
    ]

    private static func mended(_ name: String, _ text: String) -> SpoiledFile {
        SpoiledFile(name: name, bytes: Array(text.utf8), letters: "mended", rows: good)
    }

    /// A text whose bytes in UTF-8 were read one by one.
    private static func misread(_ text: String, _ signs: [Unicode.Scalar]) -> String {
        var out = String.UnicodeScalarView()
        for byte in text.utf8 {
            out.append((0x80...0xbf).contains(byte) ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return String(out)
    }

    /// The good list as Windows-1257, read as Windows-1252: a letter for a letter.
    private static let misreadBaltic =
        "Klase;Uzv\u{e2}rds;V\u{e2}rds;Personas kods;Kods avota sist\u{e7}m\u{e2};Dzim\u{f0}anas datums;Uz\u{f2}emts\n"
        + "5.a;B\u{e7}rzi\u{f2}\u{f0};J\u{e2}nis;;P-1;14.03.2014.;01.09.2025.\n"
        + "6.a;\u{cd}\u{e7}ni\u{f2}a;L\u{ee}ga \u{de}anete;;P-2;02.05.2013.;01.09.2025.\n"
        + "5.a;\u{d0}\u{fb}mane;\u{cc}ertr\u{fb}de;;P-3;30.11.2014.;15.10.2025.\n"

    /// What the bytes 128 to 191 are in Windows-1252; what it has no character for is a control.
    private static let western =
        Array(
            "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars
        ) + (0xa0...0xbf).map { Unicode.Scalar(UInt8($0)) }

    /// What they are in Windows-1257.
    private static let baltic1257: [Unicode.Scalar] = Array(
        ("€\u{81}‚\u{83}„…†‡\u{88}‰\u{8a}‹\u{8c}¨ˇ¸\u{90}‘’“”•–—\u{98}™\u{9a}›\u{9c}¯˛\u{9f}"
            + "\u{a0}\u{a1}¢£¤\u{a5}¦§Ø©Ŗ«¬\u{ad}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ").unicodeScalars
    )
}
