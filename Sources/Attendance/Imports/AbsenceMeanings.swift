internal import Evidence
internal import Frame
internal import Kernel
internal import Registry

/// What lines say of lessons: by their sign, and by a column of reasons where a file has one.
struct AbsenceMeanings {
    private let details: AbsenceDetails
    private let codes: AbsenceCodes
    private let run: ImportRun

    init(_ details: AbsenceDetails, _ codes: AbsenceCodes, _ run: ImportRun) {
        self.details = details
        self.codes = codes
        self.run = run
    }

    /// What a line says; nil where it cannot be understood or contradicts itself, which is reported by then.
    func meaning(_ line: MappedLine) -> AbsenceCodes.Meaning? {
        guard let sign = details.code(line, codes) else {
            run.staging.reject(AbsenceProblem.code(line.text(.code)), at: line.place(of: .code))
            return nil
        }
        guard AbsenceMeanings.tells(line) else { return sign }
        guard let reason = details.reason(line, codes.reasons) else { return unexplained(sign, line) }
        guard let meaning = AbsenceMeanings.joined(sign, reason, line) else {
            run.staging.reject(
                AbsenceProblem.contradiction(line.text(.reason), reason),
                at: line.place(of: .reason)
            )
            return nil
        }
        return meaning
    }

    /// What a line says whose reason the tenant's list does not have.
    ///
    /// Schools write reasons in their own words beside the kind: the kind is kept then, and a person is asked about each
    /// text once. Without a kind such a line says nothing that could be counted.
    private func unexplained(_ sign: AbsenceCodes.Meaning, _ line: MappedLine) -> AbsenceCodes.Meaning? {
        let (text, place) = (line.text(.reason), line.place(of: .reason))
        let choices = codes.reasons.choices(on: run.today)
        if line.withBytes(Absences.Field.code.rawValue, { $0.isEmpty }) {
            run.staging.reject(AbsenceProblem.reason(text, choices), at: place)
            return nil
        }
        if details.isFirst(unknownReason: text) {
            run.staging.doubt(AbsenceProblem.unexplained(text, choices), at: place)
        }
        return sign
    }

    /// Whether the reason that a line tells was given no more on its day, which is reported.
    func isEnded(_ meaning: AbsenceCodes.Meaning, on day: Day, _ line: MappedLine) -> Bool {
        guard case .absent(_, let number) = meaning, number != 0, let reason = codes.reasons.reason(number),
            !reason.holds(on: day)
        else { return false }
        let field: Absences.Field = AbsenceMeanings.tells(line) ? .reason : .code
        let problem = AbsenceProblem.ended(reason, line.text(field), codes.reasons.choices(on: day))
        run.staging.reject(problem, at: line.place(of: field))
        return true
    }

    /// What a sign and a reason say together: a sign that is blank, or says no more than that the pupil was not there, has
    /// the kind of the reason; nil where they contradict each other.
    private static func joined(
        _ sign: AbsenceCodes.Meaning,
        _ reason: AbsenceReasons.Reason,
        _ line: MappedLine
    ) -> AbsenceCodes.Meaning? {
        let joined = AbsenceCodes.Meaning.absent(reason.kind, reason: reason.number)
        if line.withBytes(Absences.Field.code.rawValue, { $0.isEmpty }) { return joined }
        guard case .absent(let kind, let number) = sign, number == 0 || number == reason.number else {
            return nil
        }
        return kind == reason.kind || kind == .unstated ? joined : nil
    }

    private static func tells(_ line: MappedLine) -> Bool {
        line.has(.reason) && !line.withBytes(Absences.Field.reason.rawValue) { $0.isEmpty }
    }
}
