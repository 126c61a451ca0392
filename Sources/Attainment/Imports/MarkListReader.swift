internal import Frame
internal import Kernel
internal import Storage
internal import Tabular

/// Reads lines with one mark each.
final class MarkListReader: LineReader {
    private let run: ImportRun
    private let people: ImportPeople
    private let marks: MarkWriter
    private let scale: MarkReader

    init(_ known: MarkKnown, _ run: ImportRun) throws {
        self.run = run
        people = ImportPeople(known, run)
        marks = MarkWriter(run, known.texts)
        scale = MarkReader(known.scales, run.mapping, known.rules)
    }

    /// A mark stands for itself; persons and texts that are new are in the registers by then.
    var goesOn: Bool { true }

    func read(_ line: MappedLine) throws {
        guard let written = WrittenMark(line.text(MarkListFields.mark.rawValue)) else {
            return
        }
        guard let text = written.mark else { return }
        let period: MarkPeriod
        do throws(MarkPeriod.Fault) {
            period = try MarkPeriod(line, people, today: run.today)
        } catch {
            return run.staging.reject(error.problem, at: line.place(of: error.field.rawValue))
        }
        let kind = written.isTest && period.kind == .lesson ? MarkKind.test : period.kind
        guard var mark = try people.place(line, in: period.year, on: period.day) else { return }
        mark.year = period.year.start
        let named = line.text(MarkListFields.scale.rawValue)
        guard let reading = try scale.read(text, scale: named, of: MarkReader.Place(mark)) else {
            let place = line.place(of: MarkListFields.mark.rawValue)
            return run.staging.reject(MarkReader.unreadable(written.text), at: place)
        }
        let subject = line.text(MarkListFields.subject.rawValue)
        guard let subject = try people.subject(subject, at: line.place(of: MarkListFields.subject.rawValue))
        else {
            return
        }
        mark.subject = subject.rawValue
        mark.term = period.term
        mark.kind = kind
        mark.day = kind.isPeriod ? 0 : period.day?.number ?? 0
        mark.ordinal = period.number
        mark.reading = reading
        mark.teacher = try people.teacher(
            line.text(MarkListFields.teacher.rawValue),
            code: line.text(MarkListFields.teacherCode.rawValue),
            of: InstitutionID(rawValue: mark.institution),
            at: line.place(of: MarkListFields.teacher.rawValue)
        )
        guard let group = try people.group(line, of: mark, in: period.year) else { return }
        mark.group = group.rawValue
        try marks.stage(mark, written: written.text, at: line.place(of: MarkListFields.mark.rawValue))
    }
}

/// What a line's mark is for: kind, year, term, day, number.
struct MarkPeriod {
    let kind: MarkKind
    let year: SchoolYear
    let term: Int
    let day: Day?
    let number: Int

    /// Why a line does not say it.
    struct Fault: Error {
        let field: MarkListFields
        let problem: Problem
    }

    /// Reads the fields.
    ///
    /// Without a kind, a day tells of a lesson, a term of a term, and nothing of a year.
    init(_ line: MappedLine, _ people: ImportPeople, today: Day) throws(Fault) {
        day = try MarkPeriod.field(.day, line) { text throws(ParseFault) in try Parse.day(text) }
        if let day, day > today { throw Fault(field: .day, problem: JournalFault.ahead.problem(value: "")) }
        let given =
            try MarkPeriod.field(.term, line) { text throws(ParseFault) in try Parse.integer(text) } ?? 0
        number =
            try MarkPeriod.field(.number, line) { text throws(ParseFault) in try Parse.integer(text) } ?? 0
        kind = try MarkPeriod.kind(line, hasDay: day != nil, term: given)
        year = try MarkPeriod.year(line, day)
        switch kind {
        case .lesson, .test:
            guard let day else { throw Fault(field: .day, problem: JournalFault.noDay.problem(value: "")) }
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

    private static func kind(_ line: MappedLine, hasDay: Bool, term: Int) throws(Fault) -> MarkKind {
        let text = line.text(MarkListFields.kind.rawValue)
        if text.isEmpty { return hasDay ? .lesson : term == 0 ? .year : .term }
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
