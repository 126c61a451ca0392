import Frame
import Kernel
import Storage

/// Pupils at both ends of the year and the movement between, as self-evaluation reports ask.
enum MovementReport: Report {
    static let name = "movement"
    static let standsStill = true
    static let title = Text(lv: "Izglītojamo kustība", en: "Movement of pupils")
    static let purpose = Text(
        lv: "Cik izglītojamo bija mācību gada sākumā un noslēgumā, cik uzņemti un atskaitīti, un kāpēc?",
        en:
            "How many pupils were there at the start and the end of the year, how many came and left, and why?"
    )
    static let filters: [ReportFilter] = [.year, .institution, .institutions, .years]

    static func answer(_ question: Question) throws -> ReportDocument {
        let table = try MovementTable(question)
        let mayReasons = question.asker.may(
            .readPupils,
            in: question.selection.scope,
            on: question.today
        )
        let section = table.section
        let isOver = PupilCounts.end(of: question.selection.year) <= question.today
        let beside = try PlaceBeside(
            question,
            [balance],
            isEmpty: section.rows.isEmpty || !isOver,
            withYears: false
        )
        let others = [beside.wider, try PupilsByYear.section(question, PupilsByYear.movement)]
        return ReportDocument(
            notes: notes(question) + beside.notes,
            [
                section, try BalanceTable(question).section,
                try ReasonTable(question, movement: table, isDetailed: mayReasons).section,
            ] + others.compactMap { $0 }
        )
    }

    /// How many came and left says nothing beside an institution of another size; the balance of the year does.
    private static let balance = PlaceBeside.Column(
        "balance",
        RegistryMeasures.balance,
        restsOn: [RegistryMeasures.pupilsByProgramme, RegistryMeasures.pupilsByProgrammeAtEnd]
    )

    private static func notes(_ question: Question) -> [Text] {
        let year = question.selection.year
        let (start, end) = (year.first, PupilCounts.end(of: year))
        var notes = [
            Text(
                lv: """
                    Uzņemti pēc \(Format(.lv).day(start)), atskaitīti pirms \(Format(.lv).day(end)); klases vai programmas \
                    maiņu iestādē neskaita. Kas no vienas pārvaldes iestādes pāriet uz otru, ir skaitīts abās.
                    """,
                en: """
                    Came after \(Format(.en).day(start)), left before \(Format(.en).day(end)). A change of class or \
                    programme within an institution does not count; who moves between two institutions of the board \
                    counts in both.
                    """
            ),
            Text(
                lv: "Bilance ir izglītojamo skaits gada noslēgumā procentos no skaita gada sākumā.",
                en: "The balance is the number of pupils at the end in per cent of the number at the start."
            ),
        ]
        if end > question.today {
            notes.append(
                Text(
                    lv:
                        "Mācību gads nav noslēdzies: kustība ir līdz šodienai, noslēguma skaits vēl nav zināms.",
                    en:
                        "The year is not over: movement is up to today, the number at the end is not yet known."
                )
            )
        }
        return notes
    }
}
