import Frame
import Kernel
import Storage

/// The rows of the report of programmes: licensed ones with and without pupils, and pupils without one.
struct ProgrammeTable {
    private let question: Question
    private let licensed: [ProgrammeID: LicensedProgramme]
    private let atStart: [MemberKey: Figure]
    private let atEnd: [MemberKey: Figure]
    /// The addresses of institutions at the end of the year.
    private let own: [InstitutionID: [String]]
    /// Institution and programme of each row, in order.
    let lines: [MemberKey]

    init(_ question: Question) throws {
        self.question = question
        licensed = try LicensedProgramme.load(question)
        let end = PupilCounts.end(of: question.selection.year)
        own = try DatedPlaces.load(question.tenant, question.connection).addresses.mapValues { $0.on(end) }
        let along: [Dimension] = [.institution, .kind]
        atStart = try question.figures(RegistryMeasures.pupilsByProgramme, over: along)
        // The year is not over: nobody knows yet.
        let isOver = PupilCounts.end(of: question.selection.year) <= question.today
        atEnd = isOver ? try question.figures(RegistryMeasures.pupilsByProgrammeAtEnd, over: along) : [:]
        let all = Set(atStart.keys).union(atEnd.keys)
            .union(licensed.values.map { [$0.institution.rawValue, $0.id.rawValue] })
        lines = ProgrammeTable.sorted(all, licensed, question)
    }

    /// The row as the form of the year has it.
    func row(_ line: MemberKey, _ layout: ProgrammeLayout) throws -> ReportRow {
        let pupils = try pupils(line)
        let cells = layout.cells(
            licensed[ProgrammeID(rawValue: line[1])],
            names(line),
            own: own[InstitutionID(rawValue: line[0])] ?? []
        )
        return ReportRow(cells + [pupils.start, pupils.end])
    }

    /// The institution, the programme and its code.
    func names(_ line: MemberKey) -> [ReportCell] {
        let programme = licensed[ProgrammeID(rawValue: line[1])]
        return [
            .member(.institution, line[0], question.members.name(.institution, line[0])),
            programme.map { .words(Text(same: $0.name)) }
                ?? .words(Text(lv: "programma nav norādīta", en: "programme not given")),
            words(programme?.code),
        ]
    }

    /// Pupils at both ends of the year.
    func pupils(_ line: MemberKey) throws -> (start: ReportCell, end: ReportCell) {
        (
            try cell(atStart, line, RegistryMeasures.pupilsByProgramme),
            try cell(atEnd, line, RegistryMeasures.pupilsByProgrammeAtEnd)
        )
    }

    func total(_ layout: ProgrammeLayout) throws -> ReportRow {
        let start = try question.figure(RegistryMeasures.pupilsByProgramme)
        let end = try question.figure(RegistryMeasures.pupilsByProgrammeAtEnd)
        let blanks = [ReportCell](repeating: .blank, count: layout.columns.count - 1)
        return ReportRow(
            [.words(Text(lv: "Kopā", en: "Total"))] + blanks + [
                start.tally == nil ? .unknown : .figure(start),
                atEnd.isEmpty || end.tally == nil ? .unknown : .figure(end),
            ]
        )
    }

    /// A licensed programme that nobody is enrolled in has no pupils where others have some; otherwise nothing is
    /// known.
    private func cell(
        _ figures: [MemberKey: Figure],
        _ line: MemberKey,
        _ measure: String
    ) throws -> ReportCell {
        if let figure = figures[line] { return .figure(figure) }
        guard figures.keys.contains(where: { $0[0] == line[0] }) else { return .unknown }
        var nobody = try question.unknown(measure, [.institution: line[0], .kind: line[1]])
        nobody.tally = Tally(0, people: 0)
        return .figure(nobody)
    }

    private func words(_ text: String?) -> ReportCell {
        guard let text, !text.isEmpty else { return .blank }
        return .words(Text(same: text))
    }

    private static func sorted(
        _ lines: Set<MemberKey>,
        _ licensed: [ProgrammeID: LicensedProgramme],
        _ question: Question
    ) -> [MemberKey] {
        let institutions = question.members.sorted(.institution, Set(lines.map { $0[0] }))
        let rank = Dictionary(zip(institutions, institutions.indices)) { first, _ in first }
        return lines.sorted { left, right in
            if left[0] != right[0] { return (rank[left[0]] ?? 0, left[0]) < (rank[right[0]] ?? 0, right[0]) }
            let one = licensed[ProgrammeID(rawValue: left[1])]
            let other = licensed[ProgrammeID(rawValue: right[1])]
            guard let one, let other else { return one != nil || (other == nil && left[1] < right[1]) }
            if one.sortKey != other.sortKey { return one.sortKey.lexicographicallyPrecedes(other.sortKey) }
            return (one.code, one.licence, one.id.rawValue) < (other.code, other.licence, other.id.rawValue)
        }
    }
}
