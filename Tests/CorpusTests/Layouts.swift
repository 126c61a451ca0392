extension SpoiledFile {
    /// Separators, quotes, titles, totals, and what else stands around the data.
    static let layouts: [SpoiledFile] = [
        .utf8("CR LF", text.replacing("\n", with: "\r\n")),
        .utf8("CR alone", text.replacing("\n", with: "\r")),
        .utf8("no line break at the end", String(text.dropLast())),
        .utf8("commas", text.replacing(";", with: ",")),
        .utf8("tabs", text.replacing(";", with: "\t")),
        .utf8("the separator named in the first line", "sep=;\n" + text),
        .utf8("trailing separators", text.replacing("\n", with: ";;\n")),
        .utf8("blank lines between", text.replacing("\n", with: "\n\n")),
        .utf8("lines of separators between", text.replacing("\n", with: "\n;;;;;;\n")),
        .utf8("a title above the headings", "Izglītojamo saraksts 2025./2026. m. g.\n\n" + text),
        .utf8("everything in quotes", quoted),
        .utf8("headings in capitals, with blanks", capitals),
        .utf8("no-break spaces around values", text.replacing(";", with: "\u{a0};\u{a0}")),
        .utf8("headings with remarks", text.replacing("Klase;", with: "Klase (2025./2026. m. g.);")),
        .utf8(
            "columns in another order with a strange one",
            "Piezīmes;Vārds;Uzvārds;Klase;Kods avota sistēmā;Uzņemts;Dzimšanas datums\n"
                + "-;Jānis;Bērziņš;5.a;P-1;01.09.2025.;14.03.2014.\n",
            rows: [good[0]]
        ),
        .utf8(
            "a line break inside quotes, and a fault behind it",
            "\(head);Piezīmes\n\(lines[0]);\"viens\ndivi\ntrīs\"\n5.a;Egle;Zane;;P-9;31.02.2014.;01.09.2025.;\n",
            rows: [good[0], "5.a|Egle|Zane|P-9||2025-09-01"],
            problems: ["5|Dzimšanas datums|day.impossible|31.02.2014."]
        ),
        .utf8(
            "separators and quotes inside quotes",
            "\(head)\n5.a;\"Bērzs; jaunākais\";\"Jānis \"\"Jancis\"\"\";;P-1;14.03.2014.;01.09.2025.\n",
            rows: ["5.a|Bērzs; jaunākais|Jānis \"Jancis\"|P-1|2014-03-14|2025-09-01"]
        ),
        .refused("a quote that is not closed", Array((text + "5.a;\"Egle;Zane;;P-9;;\n").utf8), "line 5"),
        .refused("nothing", [], "dati.csv"),
        .refused("blanks only", Array("\n\n  \n".utf8), "empty"),
        .refused(
            "no heading of the surname",
            Array("Klase;Vārds;Kods avota sistēmā\n5.a;Jānis;P-1\n".utf8),
            "surname"
        ),
        .refused(
            "a web page",
            Array("<!DOCTYPE html><html><body><table></table></body></html>".utf8),
            "web page",
            file: "a.xls"
        ),
        .refused(
            "a text with formats",
            Array("{\\rtf1\\ansi Saraksts}".utf8),
            "not recognised",
            file: "a.rtf"
        ),
        .refused(
            "a picture",
            [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
            "not recognised",
            file: "a.png"
        ),
        .refused("a database", Array("SQLite format 3\0".utf8), "not recognised", file: "a.csv"),
        .refused("a file of XML", Array("<?xml version=\"1.0\"?><a/>".utf8), "not recognised", file: "a.xml"),
        .utf8("two marks at the beginning", "\u{feff}\u{feff}" + text),
        .refused("a document", Array("%PDF-1.7\n%abc\n".utf8), "PDF", file: "a.pdf"),
        .utf8("headings only", head + "\n", rows: []),
    ]

    private static let quoted = text.split(separator: "\n").map { line in
        line.split(separator: ";", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(
            separator: ";"
        )
    }.joined(separator: "\n")

    private static let capitals = text.replacing(
        head,
        with: head.split(separator: ";").map { "  \($0.uppercased()) " }.joined(separator: ";")
    )
}
