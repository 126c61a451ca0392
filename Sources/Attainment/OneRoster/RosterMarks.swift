internal import Frame
internal import Kernel
internal import Registry

/// Reads results as marks.
final class RosterMarks {
    private let roster: RosterRun
    private let works: RosterWorks
    private let known: MarkKnown
    private let writer: MarkWriter
    private let reader: MarkReader

    init(_ roster: RosterRun, _ works: RosterWorks, _ known: MarkKnown) {
        self.roster = roster
        self.works = works
        self.known = known
        writer = MarkWriter(roster.run, known.texts)
        reader = MarkReader(known.scales, roster.run.mapping, known.rules)
    }

    func take(_ row: RosterRow) throws {
        let work = try roster.find(row, "lineItemSourcedId", in: .lineItems) { works[$0] }
        let pupil = try roster.find(row, "studentSourcedId", in: .users) { roster.pupil($0) }
        guard let written = written(row), let text = written.mark else { return }
        guard var mark = try mark(row, work, pupil) else { return }
        let said = work.isPercent ? percent(text) : text
        guard let reading = try reader.read(said, scale: work.scale, of: MarkReader.Place(mark)) else {
            return roster.reject(MarkReader.unreadable(text), row, "score")
        }
        mark.reading = reading
        try writer.stage(mark, written: work.isPercent ? percent(text) : written.text, at: row.place("score"))
    }

    private func percent(_ text: String) -> String {
        (try? Parse.decimal(text, decimals: 2)) == nil ? text : "\(text)%"
    }

    /// The mark as it would stand in a journal; nil where there is none.
    private func written(_ row: RosterRow) -> WrittenMark? {
        for heading in ["textScore", "metadata.sekmeMark", "score"] where !row.text(heading).isEmpty {
            return WrittenMark(row.text(heading))
        }
        switch row.text("scoreStatus").lowercased() {
        case "exempt": return WrittenMark("a")
        case "not submitted": return WrittenMark("nv")
        default: return nil
        }
    }

    private func mark(_ row: RosterRow, _ work: RosterWorks.Work, _ pupil: PupilID) throws -> MarkFact? {
        var mark = MarkFact()
        if !work.kind.isPeriod {
            guard let day = try work.day ?? roster.day(row, "scoreDate") else {
                roster.reject(JournalFault.noDay.problem(value: ""), row, "scoreDate")
                return nil
            }
            guard day <= roster.run.today else {
                roster.reject(JournalFault.ahead.problem(value: ""), row, "scoreDate")
                return nil
            }
            mark.day = day.number
            mark.year = SchoolYear(containing: day).start
            mark.term = known.years.term(on: day).term.rawValue
        } else {
            mark.year = work.place.year.start
            mark.term = work.kind == .term ? work.term : 0
            guard work.kind != .term || mark.term > 0 else {
                roster.reject(MarkPeriod.noTerm, row, "lineItemSourcedId")
                return nil
            }
        }
        let ending = Day(number: mark.day == 0 ? work.place.year.last.number : mark.day)
        mark.pupil = pupil.rawValue
        mark.subject = work.subject.rawValue
        mark.kind = work.kind
        mark.ordinal = work.ordinal
        mark.institution = work.place.institution.rawValue
        mark.group = work.place.group.rawValue
        let directory = roster.directory.directory
        let stay = directory.enrolment(of: pupil, on: ending, in: work.place.institution)
        let said = roster.place(RosterRow.key(row.own("Class")))?.classGroup
        let own = work.place.classGroup.rawValue == 0 ? said ?? stay?.classGroup : work.place.classGroup
        let classGroup = own ?? ClassID(rawValue: 0)
        mark.classGroup = classGroup.rawValue
        mark.grade = directory.grade(of: classGroup)
        mark.teacher = teacher(row, work)?.rawValue ?? 0
        return mark
    }

    /// Who gave the mark: Sekme's own files say; of others it is who teaches the class.
    private func teacher(_ row: RosterRow, _ work: RosterWorks.Work) -> StaffID? {
        if roster.ids.source == RosterRun.own { return roster.staff(RosterRow.key(row.own("Teacher"))) }
        return roster.teachers[work.classKey]
    }
}
