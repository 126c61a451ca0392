package import Frame
package import Kernel
import Storage

extension DirectoryRun {
    /// Keeps that a pupil learns in a class of an institution.
    ///
    /// Only a master changes enrolments.
    ///
    /// A stay that is known is let be, or completed by what the line adds. A stay in another class that covers
    /// the day ends the day before. `isStart` says that `from` is the day the pupil really came; without it, as
    /// where a journal shows only that the pupil is in the class this year, a stay in the class that began later
    /// is enough, and the day of a move between classes of the year that is known stays as it is.
    package func enrol(
        pupil: PupilID,
        institution: InstitutionID,
        classID: ClassID?,
        from: Day,
        to: Day? = nil,
        programme: ProgrammeID? = nil,
        reasonIn: String = "",
        reasonOut: String = "",
        isStart: Bool = false,
        at place: SourcePlace
    ) throws {
        guard isMaster else { return }
        let classID = classID ?? ClassID(rawValue: 0)
        let stays = directory.enrolments(of: pupil).filter { $0.institution == institution }
        var change = EnrolmentChange(programme: programme, reasonIn: reasonIn, reasonOut: reasonOut)
        change.to = to
        if let stay = stays.first(where: { $0.from == from }) ?? stays.first(where: { $0.covers(from) }) {
            if !isStart, let moved = stays.first(where: { $0.from > from && $0.classGroup == classID }),
                isOfYear(of: classID, stay)
            {
                return try apply(change, to: moved, of: pupil, at: place)
            }
            if stay.from == from || stay.classGroup == classID || stay.classGroup.rawValue == 0 {
                if classID.rawValue != 0 { change.classGroup = classID }
                return try apply(change, to: stay, of: pupil, at: place)
            }
            if classID.rawValue == 0 { return try apply(change, to: stay, of: pupil, at: place) }
            try apply(EnrolmentChange(to: from - 1), to: stay, of: pupil, at: place)
        } else if !isStart, let later = stays.first(where: { $0.from > from && $0.classGroup == classID }) {
            return try apply(change, to: later, of: pupil, at: place)
        }
        let next = stays.first { $0.from > from }
        change.classGroup = classID
        change.to = to ?? next.map { $0.from - 1 }
        let stay = Enrolment(
            institution: institution,
            from: from,
            to: nil,
            classGroup: ClassID(rawValue: 0),
            programme: ProgrammeID(rawValue: 0)
        )
        try apply(change, to: stay, of: pupil, isNew: true, at: place)
        if isElsewhere(pupil, institution, classID, from, change.to) {
            doubt(.pupilElsewhere, "Nr. \(pupil.rawValue)", at: place)
        }
    }

    /// Whether a stay is in another class of the same school year.
    private func isOfYear(of classID: ClassID, _ stay: Enrolment) -> Bool {
        guard classID.rawValue != 0, stay.classGroup.rawValue != 0, stay.classGroup != classID else {
            return false
        }
        return directory.classes[stay.classGroup]?.year == directory.classes[classID]?.year
    }

    /// Whether a pupil of a class of general education has a stay in one of another institution at the same time.
    private func isElsewhere(
        _ pupil: PupilID,
        _ institution: InstitutionID,
        _ classID: ClassID,
        _ from: Day,
        _ to: Day?
    ) -> Bool {
        guard directory.grade(of: classID) > 0 else { return false }
        return directory.enrolments(of: pupil).contains { other in
            other.institution != institution && directory.grade(of: other.classGroup) > 0
                && other.overlaps(from, to ?? run.today)
        }
    }

    private func apply(
        _ change: EnrolmentChange,
        to stay: Enrolment,
        of pupil: PupilID,
        isNew: Bool = false,
        at place: SourcePlace
    ) throws {
        let columns = change.columns(of: stay, isNew: isNew)
        guard !columns.isEmpty else { return }
        try run.staging.register(
            .enrolments,
            key: [pupil.rawValue, stay.institution.rawValue, stay.from.number],
            columns,
            at: place
        )
        let changed = change.applied(to: stay)
        directory.enrolments.put(pupil, changed)
        directory.place(pupil, changed)
    }
}

/// What a line adds to a stay.
struct EnrolmentChange {
    var to: Day?
    var classGroup: ClassID?
    var programme: ProgrammeID?
    var reasonIn = ""
    var reasonOut = ""

    /// The columns that the line says something about; all of them for a new stay.
    func columns(of stay: Enrolment, isNew: Bool) -> [(Name, Value)] {
        var columns: [(Name, Value)] = []
        if isNew || to != nil { columns.append(("to_day", (to?.number ?? 0).sqlValue)) }
        if isNew || (classGroup.map { $0 != stay.classGroup } ?? false) {
            columns.append(("class_id", (classGroup?.rawValue ?? 0).sqlValue))
        }
        if let programme { columns.append(("programme_id", programme.sqlValue)) }
        if !reasonIn.isEmpty { columns.append(("reason_in", .text(reasonIn))) }
        if !reasonOut.isEmpty { columns.append(("reason_out", .text(reasonOut))) }
        return columns
    }

    func applied(to stay: Enrolment) -> Enrolment {
        var changed = stay
        if let to { changed.to = to }
        if let classGroup { changed.classGroup = classGroup }
        if let programme { changed.programme = programme }
        return changed
    }
}
