internal import Frame
internal import Kernel
internal import Storage

/// Reads lines with one mark each.
final class MarkListReader: LineReader {
    private let run: ImportRun
    private let people: ImportPeople
    private let marks: MarkWriter
    private let scale: MarkReader
    /// Whether somebody is asked already whether marks without day, term and kind are of a year.
    private var hasAsked = false

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
        let place = line.place(of: MarkListFields.mark.rawValue)
        try marks.stage(mark, written: written.text, at: place)
        if period.isGuessed, !hasAsked {
            hasAsked = true
            run.staging.doubt(MarkPeriod.guessedYear, at: place)
        }
    }
}
