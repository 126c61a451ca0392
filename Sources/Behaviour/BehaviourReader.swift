internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Reads lines of entries.
final class BehaviourReader: LineReader {
    private typealias Field = BehaviourTable.Field
    private let run: ImportRun
    private let places: PupilPlaces
    private let years: Years
    private var seats: BehaviourSeats

    /// What the texts are indexed for.
    static let purpose = "behaviour.text"

    init(_ known: BehaviourTable.Known, _ run: ImportRun) {
        self.run = run
        places = PupilPlaces(DirectoryRun(known.directory, run))
        years = known.years
        seats = known.seats
    }

    func read(_ line: MappedLine) throws {
        let values = LineValues<Field>(line: line, run: run)
        guard let day = day(values), let kind = kind(values) else { return }
        let (year, term) = years.term(on: day)
        guard let found = try places.find(line, in: year, on: day) else { return }
        let author = try places.teacher(
            values.text(.author),
            code: values.text(.authorCode),
            of: found.institution,
            at: values.place(of: .author)
        )
        guard let author, let given = number(values) else { return }
        let text = values.text(.text)
        let index = text.isEmpty ? nil : try run.staging.blindIndex(text, purpose: BehaviourReader.purpose)
        let mark = BehaviourReader.mark(index, kind)
        let ordinal = seats.seat(found.pupil, day, mark, given: given)
        try run.staging.fact(
            .behaviourEntries,
            [
                found.pupil.rawValue, day.number, ordinal, kind.rawValue, year.start, term.rawValue,
                found.institution.rawValue, found.classGroup.rawValue, found.grade, author.rawValue,
            ],
            at: line.place
        )
        guard let index else { return }
        let key = [found.pupil.rawValue, day.number, ordinal]
        let sealed = try run.staging.seal(text, .behaviourTexts, column: "text_sealed", key: key)
        try run.staging.register(
            .behaviourTexts,
            key: key,
            [("text_sealed", sealed), ("text_index", index)],
            at: line.place
        )
    }

    private static func mark(_ index: Value?, _ kind: BehaviourKind) -> BehaviourSeats.Mark {
        guard case .blob(let bytes)? = index else { return .kind(kind.rawValue) }
        return .text(bytes)
    }

    private func day(_ values: LineValues<Field>) -> Day? {
        guard let day = values.day(.day) else {
            if values.text(.day).isEmpty {
                run.staging.reject(Problem(ParseFault.empty), at: values.place(of: .day))
            }
            return nil
        }
        guard day <= run.today else {
            run.staging.reject(BehaviourProblem.future, at: values.place(of: .day))
            return nil
        }
        return day
    }

    private func kind(_ values: LineValues<Field>) -> BehaviourKind? {
        let text = values.text(.kind)
        if let kind = BehaviourKind(written: text) { return kind }
        run.staging.reject(BehaviourProblem.kind(text), at: values.place(of: .kind))
        return nil
    }

    /// The number that a line gives; nil inside where it gives none, nil where it cannot be one.
    private func number(_ values: LineValues<Field>) -> Int?? {
        guard !values.text(.number).isEmpty else { return .some(nil) }
        guard let number = values.count(.number) else { return nil }
        guard (1...999).contains(number) else {
            run.staging.reject(Problem(ParseFault.outOfRange), at: values.place(of: .number))
            return nil
        }
        return .some(number)
    }
}

/// What can be wrong with a line of behaviour.
enum BehaviourProblem {
    static let future = Problem(
        "day.future",
        Text(lv: "Datums ir nākotnē.", en: "The date lies ahead."),
        advice: Text(lv: "Pārbaudiet gadu un mēnesi.", en: "Check the year and the month.")
    )

    static func kind(_ text: String) -> Problem {
        let codes = BehaviourKind.allCases.map(\.code).joined(separator: ", ")
        return Problem(
            "behaviour.kind",
            value: text,
            Text(lv: "Nav šāda ieraksta veida.", en: "There is no such kind of entry."),
            advice: Text(lv: "Izmantojiet kādu no šiem: \(codes).", en: "Use one of these: \(codes).")
        )
    }
}
