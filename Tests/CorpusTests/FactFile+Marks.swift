extension FactFile {
    /// Lists of marks that say by nothing but a date, or by nothing at all, what the marks are of.
    static func marks() throws -> [FactFile] {
        [
            FactFile(
                name: "marks under headings of two rows, one without its date",
                format: "marks",
                file: "vertejumi.xlsx",
                bytes: try sheet(
                    [
                        ["Klase", "Izglītojamā kods", "Mācību priekšmets", "Ieraksts"],
                        ["", "", "", "Datums", "Vērtējums"],
                        ["7.a", "P-1", "Matemātika", "06.10.2025.", "7"],
                        ["7.a", "P-2", "Matemātika", "", "8"],
                        ["7.a", "P-2", "Matemātika", "31.09.2025.", "9"],
                    ],
                    merged: ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]
                ),
                rows: ["P-1|mark|2025-10-06|1|700"],
                problems: [
                    "4|Ieraksts / Datums|mark.noDay|", "5|Ieraksts / Datums|day.impossible|31.09.2025.",
                ]
            ),
            FactFile(
                name: "marks of which nothing says what they are",
                format: "marks",
                file: "vertejumi.csv",
                bytes: Array(
                    """
                    Klase;Izglītojamā kods;Mācību priekšmets;Vērtējums
                    7.a;P-1;Matemātika;7
                    7.a;P-2;Matemātika;8

                    """.utf8
                ),
                rows: ["P-1|mark||4|700", "P-2|mark||4|800"],
                problems: ["2|Vērtējums|mark.guessedYear|7"]
            ),
        ]
    }
}
