import Foundation

extension SpoiledFile {
    /// The good list in the encodings that schools' programs write.
    static let encodings: [SpoiledFile] = [
        .utf8("UTF-8", text),
        .utf8("UTF-8 with a mark", "\u{feff}" + text),
        SpoiledFile(name: "UTF-16 little-endian", bytes: [0xff, 0xfe] + wide(text, true), rows: good),
        SpoiledFile(name: "UTF-16 big-endian", bytes: [0xfe, 0xff] + wide(text, false), rows: good),
        SpoiledFile(name: "UTF-16 without a mark", bytes: wide(text, true), rows: good),
        SpoiledFile(name: "Windows-1257", bytes: baltic(text), rows: good),
        SpoiledFile(
            name: "Windows-1257 with CR LF and tabs",
            bytes: baltic(text.replacing(";", with: "\t").replacing("\n", with: "\r\n")),
            rows: good
        ),
        SpoiledFile(name: "ISO-8859-13", bytes: baltic(text), rows: good),
        SpoiledFile(
            name: "Windows-1252 names",
            bytes: western(
                "class;surname;forename;external_code\n5.a;M\u{fc}ller;Ren\u{e9}e;P-1\n6.a;Sm\u{e5}berg;Bj\u{f6}rn;P-2\n"
            ),
            rows: ["5.a|Müller|Renée|P-1||2025-09-01", "6.a|Småberg|Björn|P-2||2025-09-01"]
        ),
        .utf8("letters taken apart (NFD)", text.decomposedStringWithCanonicalMapping),
        .utf8("letters put together (NFC)", text.precomposedStringWithCanonicalMapping),
        SpoiledFile.refused(
            "two encodings in one file",
            Array(text.utf8) + baltic("5.a;Žagars;Ēriks;;P-4;;\n"),
            "line 5"
        ),
        .refused("several lines in another encoding", severalForeign, "file: 3, 5."),
        SpoiledFile(
            name: "a line cut off in Windows-1257",
            bytes: baltic("\(head)\n\(lines[0])\n5.a;Egle;Za\n"),
            rows: [good[0]],
            problems: ["3|Personas kods|line.short|Za"]
        ),
        SpoiledFile(
            name: "a line cut off in UTF-16",
            bytes: [0xff, 0xfe] + wide("\(head)\n\(lines[0])\n5.a;Egle;Za", true),
            rows: [good[0]],
            problems: ["3|Personas kods|line.short|Za"]
        ),
        .refused("a zero byte in a text", Array("\(head)\n5.a;B\u{0}rzs;A;;P-1;;\n".utf8), "line 2"),
    ]

    private static let severalForeign: [UInt8] = {
        var bytes = Array("\(head)\n\(lines[0])\n".utf8)
        bytes += baltic("5.a;Žagars;Ēriks;;P-4;;\n")
        bytes += Array("\(lines[1])\n".utf8)
        bytes += baltic("5.a;Egle;Ēriks;;P-5;;\n")
        return bytes
    }()

    /// UTF-16 without a mark.
    private static func wide(_ text: String, _ isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
            return isLittle ? pair : pair.reversed()
        }
    }

    /// Latvian letters stand in the same places of Windows-1257 and ISO-8859-13.
    private static func baltic(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            scalar.isASCII ? UInt8(scalar.value) : balticLetters[scalar] ?? 0x3f
        }
    }

    private static func western(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

    private static let balticLetters: [Unicode.Scalar: UInt8] = [
        "Ā": 0xc2, "Č": 0xc8, "Ē": 0xc7, "Ģ": 0xcc, "Ī": 0xce, "Ķ": 0xcd, "Ļ": 0xcf, "Ņ": 0xd2, "Š": 0xd0,
        "Ū": 0xdb, "Ž": 0xde, "ā": 0xe2, "č": 0xe8, "ē": 0xe7, "ģ": 0xec, "ī": 0xee, "ķ": 0xed, "ļ": 0xef,
        "ņ": 0xf2, "š": 0xf0, "ū": 0xfb, "ž": 0xfe,
    ]
}
