import Frame
import Kernel
import Tabular

/// A journal export as e-klase writes it: two classes with invented pupils, and a sheet that is no class.
enum Journal {
    static let columns = 5

    static func file() throws -> TableFile {
        try file([
            ("7.a", sevenA), ("Apv. žurn. - žurn. pārb.", [[.text("Žurnāls"), .text("Matemātika")]]),
            ("8.b", eightB),
        ])
    }

    static func file(_ sheets: [(name: String, rows: [[TableCell]])]) throws -> TableFile {
        try TableFile(bytes: try bytes(sheets), name: "zurnals.xlsx")
    }

    /// The workbook of ``file()`` as bytes.
    static func bytes() throws -> [UInt8] { try bytes([("7.a", sevenA), ("8.b", eightB)]) }

    private static func bytes(_ sheets: [(name: String, rows: [[TableCell]])]) throws -> [UInt8] {
        let writer = try XLSXWriter()
        for sheet in sheets {
            try writer.begin(SheetLayout(name: sheet.name))
            for row in sheet.rows { try writer.row(row) }
        }
        return try writer.finish()
    }

    static func head(_ name: String, _ pupils: [(String, String, String)]) -> [[TableCell]] {
        let blank = Array(repeating: TableCell.blank, count: Journal.columns)
        let first = [TableCell.text(name)] + blank.dropFirst()
        return [
            first,
            blank + pupils.map { .text($0.0) } + [.text("Tēma"), .text("Priekšmeta skolotājs")],
            blank + pupils.map { .text($0.1) },
            blank + pupils.map { .text($0.2) },
        ]
    }

    static func row(
        _ subject: String,
        _ day: TableCell,
        _ kind: String,
        _ cells: [String],
        teacher: String = "Anna Paraudziņa",
        type: String = "Žurnāls"
    ) -> [TableCell] {
        let marks = cells.map { text -> TableCell in
            if let number = Int(text) { return .integer(number) }
            return text.isEmpty ? .blank : .text(text)
        }
        return [.text(type), subject.isEmpty ? .blank : .text(subject), .blank, day, .text(kind)] + marks
            + [.text("7"), .text(teacher)]
    }

    static let monday = Day(2024, 10, 7)
    static let january = Day(2025, 1, 13)

    private static func day(_ day: Day?) -> TableCell { day.map { .day($0) } ?? .blank }

    static let sevenA =
        head(
            "7.a",
            [
                ("Ābols", "Ansis", "010112-20000"), ("Bērzs", "Baiba", "020212-20001"),
                ("Celms", "Centis", "030312-20002"),
            ]
        ) + [
            row("Matemātika", day(monday), "Kārtējais vērtējums", ["7|8", "n", "\u{a0}"]),
            row("", .text("08.10.2024."), "Pārbaudes darbs", ["74.56%", "NS", "9 (p.d.)"]),
            row("", day(january), "Kārtējais vērtējums", ["nv", "10", "nc"]),
            row("", .blank, "I semestra vērtējums", ["8", "nv", "3"]),
            row("", .blank, "II semestra vērtējums", ["9", "5", "a"]),
            row("", .blank, "Gada vērtējums", ["9", "5", "4"]),
            row("", .blank, "Galīgais vērtējums priekšmetā", ["9", "5", "4"]),
            row("Latviešu valoda", .blank, "I semestra vērtējums", ["6", "6", "11"]),
            row("Latviešu valoda", day(monday), "Kārtējais vērtējums", ["1", "1", "1"], type: "Uzvedība"),
            row("Latviešu valoda", .text("31.02.2025."), "Kārtējais vērtējums", ["1", "1", "1"]),
        ]

    static let eightB =
        head("8.b", [("Dilles", "Dace", "040411-20003"), ("Egle", "Edgars", "050511-20004")]) + [
            row("Matemātika", .blank, "I semestra vērtējums", ["na", "10"]),
            row("", .blank, "Gada vērtējums", ["7", "10"]),
        ]

    /// A mapping that may create everything.
    static let mapping = Mapping(
        "test",
        Text(same: "test"),
        format: "eklase-journal",
        constants: ["institution": "Ozolu pamatskola", "year": "2024/2025"],
        isMaster: true
    )
}
