import Kernel
import Tabular

/// A text of a file whose letters went through a wrong encoding, and what it was meant to be.
///
/// Such a file is not read before a person has said what is right: mended letters are a change of the data.
package struct SpoiledText: Sendable, Hashable {
    /// As it stands in the file.
    package let stands: String
    /// As it was meant.
    package let meant: String

    /// The first such text of a file; nil where there is none after all.
    init?(_ kind: SpoiledLetters?, _ table: TableFile, _ heads: [SheetHead]) {
        guard let kind else { return nil }
        var found: (stands: String, meant: String)?
        func look(_ row: TableRow) -> Bool {
            for cell in row.cells {
                guard case .text(let text) = cell, let meant = kind.mended(text) else { continue }
                found = (text, meant)
                return false
            }
            return true
        }
        if table.format == .csv {
            // What cannot be read to its end is told by the reading itself.
            try? table.rows { look($0) }
        } else {
            _ = heads.flatMap(\.rows).allSatisfy { look($0) }
        }
        guard let found else { return nil }
        stands = found.stands
        meant = found.meant
    }

    /// Why nothing is read yet, and how to say what is right.
    func refusal(_ file: String) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "\(file): burti ir sabojāti. Failā ir „\(stands)”, domāts „\(meant)”.",
                en: "\(file): its letters are spoiled. It has “\(stands)”, and “\(meant)” is meant."
            ),
            advice: Text(
                lv: "Norādiet, vai burtus izlabot vai atstāt: --letters mended vai --letters kept.",
                en: "Say whether to mend the letters or to leave them: --letters mended or --letters kept."
            )
        )
    }

    /// A value of a line whose letters are spoiled, in a file where nobody was asked about them.
    static func problem(_ stands: String, _ meant: String) -> Problem {
        Problem(
            "letters.spoiled",
            value: stands,
            Text(
                lv: "Burti ir sabojāti: domāts „\(meant)”.",
                en: "The letters are spoiled: “\(meant)” is meant."
            ),
            advice: Text(
                lv:
                    "Izlabojiet vērtību failā vai importējiet failu ar izlabotiem burtiem (--letters mended).",
                en: "Mend the value in the file, or read the file with mended letters (--letters mended)."
            )
        )
    }
}
