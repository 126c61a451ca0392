/// A spoiled file of marks, absences or results: its format, and what has to become of it.
struct FactFile: Sendable {
    /// What is wrong with it.
    let name: String
    /// The format that reads it.
    let format: String
    /// Its name on disk.
    let file: String
    let bytes: [UInt8]
    /// Headings that a person says are a field's, by the field.
    var columns: [String: String] = [:]
    /// The facts that a person would read from it, as ``FactCorpus`` writes them.
    let rows: [String]
    /// What is reported: line, column, code and value.
    let problems: [String]

    static func all() throws -> [FactFile] { try journals() + absences() + results() + marks() }

    /// A sheet of a workbook: cells by row, blank ones left out, with the ranges that are merged.
    static func sheet(_ rows: [[String]], merged: [String] = []) throws -> [UInt8] {
        let lines = rows.enumerated().map { index, values in
            let cells = zip("ABCDEFGH", values).filter { !$1.isEmpty }.map { letter, value in
                cell("\(letter)\(index + 1)", value)
            }
            return "<row r=\"\(index + 1)\">\(cells.joined())</row>"
        }
        let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }
        let merges = ranges.isEmpty ? "" : "<mergeCells>\(ranges.joined())</mergeCells>"
        return try SpoiledFile.book("<sheetData>\(lines.joined())</sheetData>\(merges)")
    }

    /// A text, or an error of the spreadsheet where it begins as one.
    private static func cell(_ place: String, _ value: String) -> String {
        value.hasPrefix("#")
            ? "<c r=\"\(place)\" t=\"e\"><v>\(value)</v></c>"
            : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
    }
}

extension FactFile {
    private static let head = [
        ["7.a"], ["", "", "", "", "", "Ābols", "Bērzs", "Tēma"], ["", "", "", "", "", "Ansis", "Baiba"],
        ["", "", "", "", "", "329999-00001", "329999-00002"],
    ]

    private static func lesson(
        _ day: String,
        _ marks: String...,
        kind: String = "Kārtējais vērtējums"
    ) -> [String] {
        ["Žurnāls", "", "", day, kind] + marks
    }

    static func journals() throws -> [FactFile] {
        [
            FactFile(
                name: "a journal with merged cells, decimal commas and wrong days",
                format: "eklase-journal",
                file: "zurnals.xlsx",
                bytes: try sheet(
                    head + [
                        ["Žurnāls", "Matemātika", "", "06.10.2025.", "Kārtējais vērtējums", "7", "ns"],
                        lesson("07.10.2025.", "7,5", "8,0"), lesson("31.09.2025.", "9", "9"),
                        lesson("06.10.2024.", "9", "9"), lesson("", "9", "9"),
                        lesson("01.12.2025.", "9", "9"),
                        lesson("", "8", "11", kind: "I semestra vērtējums"),
                    ],
                    merged: ["A1:E1", "B5:B11"]
                ),
                rows: [
                    "P-1|mark|2025-10-06|1|700", "P-1|mark||3|800", "P-2|lesson|2025-10-06|2|1",
                    "P-2|mark|2025-10-07|1|800",
                ],
                problems: [
                    "6|F|mark.unknown|7,5", "7|D|day.impossible|31.09.2025.",
                    "8|D|journal.otherYear|06.10.2024.",
                    "9|D|journal.noDay|", "10|D|journal.ahead|01.12.2025.", "11|G|mark.unknown|11",
                ]
            ),
            FactFile(
                name: "a journal with an error of the spreadsheet and no subject",
                format: "eklase-journal",
                file: "zurnals.xlsx",
                bytes: try sheet(
                    head + [
                        lesson("06.10.2025.", "7", "8"),
                        ["Žurnāls", "Matemātika", "", "07.10.2025.", "Kārtējais vērtējums", "#REF!", "8"],
                        ["Žurnāls", "Matemātika", "", "08.10.2025.", "Kārtējais vērtējums", "nv", "8"],
                    ]
                ),
                rows: ["P-1|mark|2025-10-08|1|-1", "P-2|mark|2025-10-08|1|800"],
                problems: ["5|B|journal.noSubject|", "6|F|cell.error|#REF!"]
            ),
        ]
    }

    static func absences() throws -> [FactFile] {
        [
            FactFile(
                name: "absences under headings of two rows",
                format: "absences",
                file: "kavejumi.xlsx",
                bytes: try sheet(
                    [
                        ["Klase", "Izglītojamā kods", "Kavējums"],
                        ["", "", "Datums", "Stunda", "Apzīmējums", "Nokavētas minūtes"],
                        ["7.a", "P-1", "06.10.2025.", "3", "ns", ""],
                        ["7.a", "P-2", "06.10.2025.", "trešā", "ns", ""],
                        ["7.a", "P-2", "06.10.2025.", "4", "xx", ""],
                        ["7.a", "P-1", "07.12.2025.", "1", "ns", ""],
                        ["7.a", "P-2", "07.10.2025.", "2", "nn", ""],
                    ],
                    merged: ["A1:A2", "B1:B2", "C1:F1"]
                ),
                columns: [
                    "date": "Kavējums / Datums", "lesson": "Kavējums / Stunda",
                    "code": "Kavējums / Apzīmējums", "minutes_late": "Kavējums / Nokavētas minūtes",
                ],
                rows: ["P-1|lesson|2025-10-06|2|1", "P-2|lesson|2025-10-07|2|3"],
                problems: [
                    "4|Kavējums / Stunda|number.invalid|trešā",
                    "5|Kavējums / Apzīmējums|absence.code|xx", "6|Kavējums / Datums|day.future|07.12.2025.",
                ]
            ),
            FactFile(
                name: "absences with days in three styles and two that are none",
                format: "absences",
                file: "kavejumi.csv",
                bytes: Array(
                    """
                    Klase;Izglītojamā kods;Datums;Stunda;Kavējums
                    7.a;P-1;2025-10-06;1;ns
                    7.a;P-2;6.10.2025;1;nn
                    7.a;P-1;31.09.2025.;2;ns
                    7.a;P-2;07.10.25;2;ns
                    7.a;P-1;07.10.2025.;21;ns
                    7.a;P-1;08.10.2025.;1;nc

                    """.utf8
                ),
                rows: [
                    "P-1|lesson|2025-10-06|2|1", "P-1|lesson|2025-10-08|2|2", "P-2|lesson|2025-10-06|2|3",
                ],
                problems: [
                    "4|Datums|day.impossible|31.09.2025.", "5|Datums|day.shortYear|07.10.25",
                    "6|Stunda|number.outOfRange|21",
                ]
            ),
            FactFile(
                name: "a column a day with a sign that nobody knows",
                format: "absences-by-day",
                file: "dienas.csv",
                bytes: Array(
                    """
                    Klase;Izglītojamā kods;06.10.2025.;07.10.2025.
                    7.a;P-1;2ns;
                    7.a;P-2;zz;nn

                    """.utf8
                ),
                rows: [
                    "P-1|lesson|2025-10-06|2|1", "P-1|lesson|2025-10-06|2|1", "P-2|lesson|2025-10-07|2|3",
                ],
                problems: ["3|C|absence.code|zz"]
            ),
        ]
    }

    static func results() throws -> [FactFile] {
        [
            FactFile(
                name: "results with decimal commas",
                format: "results",
                file: "rezultati.csv",
                bytes: Array(
                    """
                    Klase;Izglītojamā kods;Pārbaudes darbs;Punkti;Procenti;Maksimālie punkti
                    7.a;P-1;PDD-7;48,5;;60
                    7.a;P-2;PDD-7;48,555;;60
                    7.a;P-2;PDD-7;;100,5;
                    7.a;P-2;PDD-7;30;80,5;60
                    7.a;P-2;PDD-7;;66,67;

                    """.utf8
                ),
                rows: ["P-1|result|1|4850|8083", "P-2|result|1|-1|6667"],
                problems: [
                    "3|Punkti|number.tooPrecise|48,555", "4|Procenti|assessment.percent|100,5",
                    "5|Punkti|result.contradiction|30",
                ]
            ),
            FactFile(
                name: "results under headings of two rows",
                format: "results",
                file: "rezultati.xlsx",
                bytes: try sheet(
                    [
                        ["Klase", "Izglītojamā kods", "Pārbaudes darbs", "Rezultāts"],
                        ["", "", "", "Punkti", "Procenti", "Statuss"],
                        ["7.a", "P-1", "PDD-7", "30/60", "", ""], ["7.a", "P-2", "PDD-7", "61/60", "", ""],
                        ["7.a", "P-2", "PDD-7", "#N/A", "", ""], ["7.a", "P-2", "PDD-7", "", "", "slims"],
                        ["7.a", "P-2", "PDD-7", "", "", "atbrīvots"],
                    ],
                    merged: ["A1:A2", "B1:B2", "C1:C2", "D1:F1"]
                ),
                columns: [
                    "points": "Rezultāts / Punkti", "percent": "Rezultāts / Procenti",
                    "status": "Rezultāts / Statuss",
                ],
                rows: ["P-1|result|1|3000|5000", "P-2|result|3|-1|-1"],
                problems: [
                    "4|Rezultāts / Punkti|result.tooMany|61/60", "5|Rezultāts / Punkti|cell.error|#N/A",
                    "6|Rezultāts / Statuss|result.status|slims",
                ]
            ),
        ]
    }
}
