internal import Frame
internal import Kernel

/// The columns of a sheet among those of the pupils of which nothing says whose they are.
///
/// Each is told of once, at the first row that holds anything there: its marks are not taken over.
struct JournalStrays {
    private let sheet: JournalSheet
    private let end: Int
    /// Columns of pupils, and strays that were told of.
    private var known: Set<Int>

    init(_ sheet: JournalSheet) {
        self.sheet = sheet
        end = sheet.firstTrailing ?? Int.max
        known = Set(sheet.columns.map(\.index))
    }

    /// Reports the strays that a row is the first to hold something in.
    mutating func tell(_ line: MappedLine, _ staging: any Staging) {
        guard line.width > JournalSheet.firstPupil, end > JournalSheet.firstPupil else { return }
        for column in JournalSheet.firstPupil..<min(end, line.width)
        where !known.contains(column) && !line.isBlank(column: column) {
            known.insert(column)
            let said = sheet.saying(column)
            let place = SourcePlace(
                file: line.place.file,
                sheet: line.place.sheet,
                line: said.line,
                column: column + 1
            )
            staging.reject(JournalStrays.problem(said.text), at: place)
        }
    }

    private static func problem(_ value: String) -> Problem {
        Problem(
            "journal.nobody",
            value: value,
            Text(
                lv: "Kolonnā ir ieraksti, bet nav norādīts, par kuru izglītojamo tie ir.",
                en: "The column has entries, but nothing says which pupil they are about."
            ),
            advice: Text(
                lv: """
                    Ierakstiet derīgu personas kodu 4. rindā vai uzvārdu 2. rindā un vārdu 3. rindā un importējiet žurnālu \
                    vēlreiz.
                    """,
                en: """
                    Enter a valid personal code in row 4, or the surname in row 2 and the first name in row 3, and import the \
                    journal again.
                    """
            )
        )
    }
}
