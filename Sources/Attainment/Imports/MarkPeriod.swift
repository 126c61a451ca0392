internal import Frame
internal import Kernel
internal import Tabular

/// What a line's mark is for: kind, year, term, day, number.
struct MarkPeriod {
    let kind: MarkKind
    let year: SchoolYear
    let term: Int
    let day: Day?
    let number: Int
    /// Whether nothing in the file says that it is a year's mark.
    let isGuessed: Bool

    /// Why a line does not say it.
    struct Fault: Error {
        let field: MarkListFields
        let problem: Problem
    }

    /// Reads the fields.
    ///
    /// Without a kind, a day tells of a lesson, a term of a term. Where the file has days, a line that lacks its own is no
    /// mark of a term or year: it would be one silently. Where the file has neither, marks are taken for those of a year,
    /// and a person is asked.
    init(_ line: MappedLine, _ people: ImportPeople, today: Day) throws(Fault) {
        day = try MarkPeriod.field(.day, line) { text throws(ParseFault) in try Parse.day(text) }
        if let day, day > today { throw Fault(field: .day, problem: JournalFault.ahead.problem(value: "")) }
        let given =
            try MarkPeriod.field(.term, line) { text throws(ParseFault) in try Parse.integer(text) } ?? 0
        number =
            try MarkPeriod.field(.number, line) { text throws(ParseFault) in try Parse.integer(text) } ?? 0
        let said = try MarkPeriod.kind(line)
        let guess: MarkKind = day != nil ? .lesson : given == 0 ? .year : .term
        kind = said ?? guess
        isGuessed = said == nil && guess == .year
        if said == nil, day == nil, line.has(MarkListFields.day.rawValue) {
            throw Fault(field: .day, problem: MarkPeriod.noDay)
        }
        year = try MarkPeriod.year(line, day)
        switch kind {
        case .lesson, .test:
            guard let day else { throw Fault(field: .day, problem: MarkPeriod.noDay) }
            term = people.term(of: day)
        case .term:
            guard (1...2).contains(given) else { throw Fault(field: .term, problem: MarkPeriod.noTerm) }
            term = given
        case .year, .final: term = 0
        }
    }

    private static func field<T>(
        _ field: MarkListFields,
        _ line: MappedLine,
        _ read: (String) throws(ParseFault) -> T
    ) throws(Fault) -> T? {
        let text = line.text(field.rawValue)
        guard !text.isEmpty else { return nil }
        do throws(ParseFault) {
            return try read(text)
        } catch {
            throw Fault(field: field, problem: Problem(error, value: text))
        }
    }

    /// The kind that a line or the whole file is said to be of.
    private static func kind(_ line: MappedLine) throws(Fault) -> MarkKind? {
        let text = line.text(MarkListFields.kind.rawValue)
        guard !text.isEmpty else { return nil }
        guard let kind = kind(of: text) else {
            throw Fault(field: .kind, problem: unknownKind(text))
        }
        return kind
    }

    private static func year(_ line: MappedLine, _ day: Day?) throws(Fault) -> SchoolYear {
        let text = line.text(MarkListFields.year.rawValue)
        if text.isEmpty, let day { return SchoolYear(containing: day) }
        guard let year = SchoolYear(text) else { throw Fault(field: .year, problem: noYear(text)) }
        if let day, !year.contains(day) {
            throw Fault(field: .day, problem: JournalFault.otherYear.problem(value: day.description))
        }
        return year
    }

    /// The kind of a word, or nil.
    static func kind(of word: String) -> MarkKind? { kinds[word] ?? kinds[HeadingMatch.normal(word)] }

    private static let kinds: [String: MarkKind] = {
        let words: [(String, MarkKind)] = [
            ("lesson", .lesson), ("stunda", .lesson), ("ikdienas", .lesson),
            ("test", .test), ("pārbaudes darbs", .test),
            ("term", .term), ("semestris", .term), ("semestra", .term), ("semestra vērtējums", .term),
            ("year", .year), ("gads", .year), ("gada", .year), ("gada vērtējums", .year),
            ("final", .final), ("galīgais", .final), ("galīgais vērtējums", .final),
        ]
        return Dictionary(words.map { (HeadingMatch.normal($0.0), $0.1) }) { first, _ in first }
    }()

    static let noTerm = Problem(
        "mark.noTerm",
        Text(lv: "Semestra vērtējumam nav semestra.", en: "A term mark has no term."),
        advice: Text(lv: "Ierakstiet 1 vai 2.", en: "Enter 1 or 2.")
    )

    static let noDay = Problem(
        "mark.noDay",
        Text(lv: "Vērtējumam nav datuma.", en: "The mark has no date."),
        advice: Text(
            lv: "Ierakstiet datumu; semestra, gada vai galīgajam vērtējumam ierakstiet vērtējuma veidu.",
            en: "Enter the date; for a mark of a term or year, or a final one, enter the kind of mark."
        )
    )

    static let guessedYear = Problem(
        "mark.guessedYear",
        Text(
            lv: """
                Nav norādīts, kādi vērtējumi tie ir: nav ne datuma, ne semestra, ne vērtējuma veida. Tie pieņemti par \
                gada vērtējumiem.
                """,
            en: """
                It is not said what marks they are: there is no date, term or kind. They are taken for marks of the \
                year.
                """
        ),
        advice: Text(
            lv: "Ja tie ir citi vērtējumi, norādiet datuma kolonnu vai vērtējuma veidu.",
            en: "If they are other marks, say which column is the date, or what kind of marks they are."
        )
    )

    private static func unknownKind(_ text: String) -> Problem {
        Problem(
            "mark.kind",
            value: text,
            Text(lv: "Šāda vērtējuma veida nav.", en: "There is no such kind of mark."),
            advice: Text(
                lv: "Rakstiet: stunda, pārbaudes darbs, semestris, gads vai galīgais.",
                en: "Write lesson, test, term, year or final."
            )
        )
    }

    private static func noYear(_ text: String) -> Problem {
        Problem(
            "mark.year",
            value: text,
            Text(lv: "Nav norādīts mācību gads.", en: "The school year is not given."),
            advice: Text(
                lv: "Rakstiet gadu formātā 2024/2025 vai norādiet to importam: --year 2024/2025.",
                en: "Write the year as 2024/2025, or give it to the import: --year 2024/2025."
            )
        )
    }
}
