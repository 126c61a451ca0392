@testable import Tabular

extension SpoiledFile {
    /// Workbooks, whole and broken.
    static func books() throws -> [SpoiledFile] {
        let whole = try book(table(rows(lines)))
        let read: [SpoiledFile] = [
            SpoiledFile(name: "a workbook", file: "a.xlsx", bytes: whole, rows: good),
            SpoiledFile(
                name: "a workbook named as text",
                file: "a.csv",
                bytes: whole,
                rows: good
            ),
            SpoiledFile(
                name: "blank and hidden rows",
                file: "b.xlsx",
                bytes: try book(
                    table([row(3, lines[0], "hidden=\"1\""), row(7, lines[1]), row(9, lines[2])])
                ),
                rows: good
            ),
            SpoiledFile(
                name: "a merged title above the headings",
                file: "c.xlsx",
                bytes: try book(
                    "<sheetData>\(cells(1, ["Izglītojamo saraksts"]))\(heading(2))\(row(3, lines[0]))</sheetData>"
                        + "<mergeCells><mergeCell ref=\"A1:G1\"/></mergeCells>"
                ),
                rows: [good[0]]
            ),
            SpoiledFile(
                name: "a formula without a value",
                file: "d.xlsx",
                bytes: try book(
                    table([
                        row(2, lines[0]),
                        "<row r=\"3\">\(text("A3", "5.a"))<c r=\"B3\"><f>C1&amp;D1</f></c>\(text("C3", "Zane"))"
                            + "\(text("E3", "P-9"))</row>",
                    ])
                ),
                rows: [good[0]],
                problems: ["3|Uzvārds|cell.formula|=C1&D1"]
            ),
            SpoiledFile(
                name: "an error of the spreadsheet",
                file: "e.xlsx",
                bytes: try book(
                    table([
                        row(2, lines[0]),
                        "<row r=\"3\">\(text("A3", "5.a"))<c r=\"B3\" t=\"e\"><v>#REF!</v></c>"
                            + "\(text("C3", "Zane"))\(text("E3", "P-9"))</row>",
                    ])
                ),
                rows: [good[0]],
                problems: ["3|Uzvārds|cell.error|#REF!"]
            ),
            SpoiledFile(
                name: "a day as a serial number without a style",
                file: "f.xlsx",
                bytes: try book(
                    table([
                        row(2, lines[0]),
                        "<row r=\"3\">\(text("A3", "5.a"))\(text("B3", "Egle"))\(text("C3", "Zane"))"
                            + "\(text("E3", "P-9"))<c r=\"G3\"><v>45901</v></c></row>",
                    ])
                ),
                rows: [good[0]],
                problems: ["3|Uzņemts|day.invalid|45901"]
            ),
            SpoiledFile(
                name: "a personal code that became a number",
                file: "g.xlsx",
                bytes: try book(
                    table([
                        "<row r=\"2\">\(text("A2", "5.a"))\(text("B2", "Egle"))\(text("C2", "Zane"))"
                            + "<c r=\"D2\"><v>32999900001</v></c>\(text("E2", "P-9"))</row>"
                    ])
                ),
                rows: ["5.a|Egle|Zane|P-9||2025-09-01+"]
            ),
            SpoiledFile(
                name: "spoiled letters far down in a workbook",
                file: "l.xlsx",
                bytes: try book(
                    table(many + [row(48, "5.a;Kalni\u{c5}\u{2020}a;Zane;;P-99;;")])
                ),
                rows: manyRows,
                problems: ["48|Uzvārds|letters.spoiled|Kalni\u{c5}\u{2020}a"]
            ),
        ]
        return try read + [linked()] + refusals(whole)
    }

    /// Formulas that look into another workbook: what Excel kept of them is read, and the link is followed by nobody, as
    /// nothing is where it points.
    private static func linked() throws -> SpoiledFile {
        func looked(_ row: Int, _ kept: String) -> String {
            "<c r=\"B\(row)\" t=\"str\"><f>[1]Lapa!$B$\(row)</f>\(kept)</c>"
        }
        let bytes = try book(
            table([
                "<row r=\"2\">\(text("A2", "5.a"))\(looked(2, "<v>Egle</v>"))\(text("C2", "Zane"))"
                    + "\(text("E2", "P-9"))</row>",
                "<row r=\"3\">\(text("A3", "5.a"))\(looked(3, ""))\(text("C3", "Anna"))"
                    + "\(text("E3", "P-8"))</row>",
            ]),
            linkedTo: "file:///nekur/cits.xlsx"
        )
        return SpoiledFile(
            name: "a workbook with links to another one",
            file: "n.xlsx",
            bytes: bytes,
            rows: ["5.a|Egle|Zane|P-9||2025-09-01"],
            problems: ["3|Uzvārds|cell.formula|=[1]Lapa!$B$3"]
        )
    }

    private static func refusals(_ whole: [UInt8]) -> [SpoiledFile] {
        [
            refused("a workbook with a password", locked, "password", file: "m.xlsx"),
            refused("a workbook cut off", Array(whole.prefix(whole.count / 2)), "h.xlsx", file: "h.xlsx"),
            refused(
                "a workbook with a spoiled middle",
                spoiled(whole),
                "i.xlsx",
                file: "i.xlsx"
            ),
            refused("the start of an archive", [0x50, 0x4b, 3, 4, 1, 2, 3], "j.xlsx", file: "j.xlsx"),
            refused(
                "a workbook of Excel 97",
                [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 600),
                "k.xls",
                file: "k.xls"
            ),
        ]
    }

    /// More rows than are looked at when a file is opened, each with a name of its own.
    private static let names: [String] = {
        let letters = Array("abcdefghijklmnopqrstuvwx")
        return (0..<46).map { "Liepa\(letters[$0 / 23])\(letters[$0 % 23])" }
    }()
    private static let many = names.enumerated().map { row($0 + 2, "5.a;\($1);Anna;;P-\($0 + 10);;") }
    private static let manyRows = names.enumerated().map { "5.a|\($1)|Anna|P-\($0 + 10)||2025-09-01" }

    /// What Excel makes of a workbook with a password: a compound file that names the part it keeps.
    private static let locked: [UInt8] =
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 504)
        + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }

    /// The same bytes with a stretch in the middle overwritten.
    private static func spoiled(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for index in bytes.count / 3..<bytes.count / 2 { bytes[index] = 0xaa }
        return bytes
    }

    private static func rows(_ lines: [String]) -> [String] {
        lines.enumerated().map { row($0 + 2, $1) }
    }

    private static func table(_ rows: [String]) -> String {
        "<sheetData>\(heading(1))\(rows.joined())</sheetData>"
    }

    private static func heading(_ number: Int) -> String { row(number, head) }

    private static func row(_ number: Int, _ line: String, _ attributes: String = "") -> String {
        cells(
            number,
            line.split(separator: ";", omittingEmptySubsequences: false).map(String.init),
            attributes
        )
    }

    private static func cells(_ number: Int, _ values: [String], _ attributes: String = "") -> String {
        let cells = zip("ABCDEFG", values).filter { !$1.isEmpty }.map { text("\($0)\(number)", $1) }
        return "<row r=\"\(number)\" \(attributes)>\(cells.joined())</row>"
    }

    private static func text(_ place: String, _ value: String) -> String {
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
    }

    /// A workbook of one sheet with such an inside of `worksheet`, and with a link to another workbook where one is given.
    static func book(_ body: String, linkedTo other: String? = nil) throws -> [UInt8] {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let references =
            other == nil ? "" : "<externalReferences><externalReference r:id=\"l\"/></externalReferences>"
        let link = other.map { _ in
            "<Relationship Id=\"l\" Type=\"\(relations)/externalLink\" Target=\"externalLinks/externalLink1.xml\"/>"
        }
        var zip = ZipWriter()
        zip.add("_rels/.rels", XLSXParts.relations)
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Lapa\" sheetId=\"1\" r:id=\"s\"/></sheets>"
                + references + "</workbook>"
        )
        zip.add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships><Relationship Id="s" Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/>\
            \(link ?? "")</Relationships>
            """
        )
        zip.add("xl/worksheets/sheet1.xml", "<worksheet>\(body)</worksheet>")
        if let other {
            zip.add(
                "xl/externalLinks/externalLink1.xml",
                "<externalLink xmlns:r=\"r\"><externalBook r:id=\"f\"/></externalLink>"
            )
            let file = "Type=\"\(relations)/externalLinkPath\" Target=\"\(other)\" TargetMode=\"External\""
            zip.add(
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                "<Relationships><Relationship Id=\"f\" \(file)/></Relationships>"
            )
        }
        return try zip.write(path: nil)
    }
}
