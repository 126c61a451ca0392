internal import Frame
internal import Kernel
internal import Registry

/// Finds the sign, subject and teacher of a line, each distinct value once.
final class AbsenceDetails {
    private let directory: DirectoryRun
    private let soleTeachers: [Directory.ClassSubject: StaffID]
    private let subjects = TextCache()
    private let teachers = TextCache()
    private let signs = TextCache()
    private var meanings: [AbsenceCodes.Meaning] = []
    private let told = TextCache()
    private var unknownReasons: Set<String> = []

    init(_ directory: DirectoryRun) {
        self.directory = directory
        soleTeachers = directory.directory.soleTeachers()
    }

    /// What the sign of a line says; nil where it is not known.
    func code(_ line: MappedLine, _ codes: AbsenceCodes) -> AbsenceCodes.Meaning? {
        let field = Absences.Field.code.rawValue
        if let known = line.withBytes(field, { signs.value($0, in: 0) }) { return meanings[known] }
        guard let meaning = codes.meaning(line.text(field)) else { return nil }
        line.withBytes(field) { signs.set(meanings.count, $0, in: 0) }
        meanings.append(meaning)
        return meaning
    }

    /// The reason that a column of reasons tells; nil where the tenant has none of that number or name.
    func reason(_ line: MappedLine, _ reasons: AbsenceReasons) -> AbsenceReasons.Reason? {
        let field = Absences.Field.reason.rawValue
        if let known = line.withBytes(field, { told.value($0, in: 0) }) { return reasons.reason(known) }
        let reason = reasons.written(line.text(.reason))
        // No reason has the number nought.
        line.withBytes(field) { told.set(reason?.number ?? 0, $0, in: 0) }
        return reason
    }

    /// Whether a text that is no reason is met for the first time: each is asked about once.
    func isFirst(unknownReason text: String) -> Bool { unknownReasons.insert(text).inserted }

    /// The subject; 0 where the line names none, nil where it names one that is not known.
    func subject(_ line: MappedLine) throws -> SubjectID? {
        let field = Absences.Field.subject.rawValue
        guard line.has(.subject) else { return SubjectID(rawValue: 0) }
        if let known = line.withBytes(field, { subjects.value($0, in: 0) }) {
            return known < 0 ? nil : SubjectID(rawValue: known)
        }
        let text = line.text(.subject)
        guard !text.isEmpty else { return SubjectID(rawValue: 0) }
        let found = try directory.subject(name: text, at: line.place(of: .subject))
        line.withBytes(field) { subjects.set(found?.rawValue ?? -1, $0, in: 0) }
        return found
    }

    /// The teaching group; 0 where the line names none, nil where it names one that is not known.
    func group(_ line: MappedLine, _ found: AbsencePersons.Found, _ year: SchoolYear) throws -> GroupID? {
        guard line.has(.group) else { return GroupID(rawValue: 0) }
        let text = line.text(.group)
        guard !text.isEmpty else { return GroupID(rawValue: 0) }
        return try directory.group(
            institution: found.institution,
            year: year,
            name: text,
            at: line.place(of: .group)
        )
    }

    /// The teacher; where the line names none, the one who alone teaches the class the subject, else 0; nil where it
    /// names one that is not known.
    func teacher(
        _ line: MappedLine,
        _ found: AbsencePersons.Found,
        _ subject: SubjectID
    ) throws -> StaffID? {
        let field = Absences.Field.teacher.rawValue
        let group = found.institution.rawValue
        guard line.has(.teacher) else { return soleTeacher(found.classGroup, subject) }
        if let known = line.withBytes(field, { teachers.value($0, in: group) }) {
            return known < 0 ? nil : StaffID(rawValue: known)
        }
        let text = line.text(.teacher)
        guard !text.isEmpty else { return soleTeacher(found.classGroup, subject) }
        let staff = try directory.staff(
            fullName: text,
            institution: found.institution,
            at: line.place(of: .teacher)
        )
        line.withBytes(field) { teachers.set(staff?.rawValue ?? -1, $0, in: group) }
        return staff
    }

    private func soleTeacher(_ classGroup: ClassID, _ subject: SubjectID) -> StaffID {
        soleTeachers[Directory.ClassSubject(classGroup, subject)] ?? StaffID(rawValue: 0)
    }
}
