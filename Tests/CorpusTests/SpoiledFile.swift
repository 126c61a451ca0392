import Foundation

/// A file as people send them: its bytes, and what has to become of it.
struct SpoiledFile: Sendable {
    /// What is wrong with it.
    let name: String
    /// Its name on disk.
    var file = "dati.csv"
    let bytes: [UInt8]
    /// What the person said about its letters, where they did.
    var letters: String?
    /// The rows that a person would read from it: class, surname, forename, code, birthday, first day; a plus
    /// where the personal code is known.
    var rows: [String] = []
    /// What is reported: line, column, code and value.
    var problems: [String] = []
    /// A word of the refusal in English, where the file as a whole cannot be read.
    var refusal: String?

    /// The headings of a list of pupils.
    static let head = "Klase;Uzvārds;Vārds;Personas kods;Kods avota sistēmā;Dzimšanas datums;Uzņemts"
    /// Three good lines.
    static let lines = [
        "5.a;Bērziņš;Jānis;;P-1;14.03.2014.;01.09.2025.",
        "6.a;Ķēniņa;Līga Žanete;;P-2;02.05.2013.;01.09.2025.",
        "5.a;Šūmane;Ģertrūde;;P-3;30.11.2014.;15.10.2025.",
    ]
    /// What they say.
    static let good = [
        "5.a|Bērziņš|Jānis|P-1|2014-03-14|2025-09-01", "6.a|Ķēniņa|Līga Žanete|P-2|2013-05-02|2025-09-01",
        "5.a|Šūmane|Ģertrūde|P-3|2014-11-30|2025-10-15",
    ]
    /// The good list as one text.
    static let text = ([head] + lines).joined(separator: "\n") + "\n"

    /// A text file in UTF-8.
    static func utf8(
        _ name: String,
        _ text: String,
        rows: [String] = good,
        problems: [String] = [],
        refusal: String? = nil
    ) -> SpoiledFile {
        SpoiledFile(
            name: name,
            bytes: Array(text.utf8),
            rows: rows,
            problems: problems,
            refusal: refusal
        )
    }

    /// Some lines under the headings.
    static func list(
        _ name: String,
        _ lines: [String],
        rows: [String] = [],
        problems: [String] = []
    ) -> SpoiledFile {
        utf8(name, ([head] + lines).joined(separator: "\n") + "\n", rows: rows, problems: problems)
    }

    /// A file that is refused as a whole.
    static func refused(
        _ name: String,
        _ bytes: [UInt8],
        _ word: String,
        file: String = "dati.csv"
    ) -> SpoiledFile {
        SpoiledFile(name: name, file: file, bytes: bytes, refusal: word)
    }
}
