import Frame
import Kernel
import Pages

/// The figures of a subject along institutions or classes, put together by member.
struct SubjectColumns {
    let lines: [SubjectYear.Line]
    let whole: SubjectYear.Line
    let levels: LevelBars
    /// The year of the latest marks.
    let markYear: SchoolYear

    init(_ selection: Selection, _ along: Dimension, _ figures: PageFigures) throws {
        let marks = try SubjectColumns.marks(selection, along, figures)
        markYear = marks.year
        var ofMarks = selection
        ofMarks.year = marks.year
        let others = try SubjectColumns.measures.map { try figures.line($0, selection, over: along) }
        let names = RegistryNames(tenant: figures.desk.tenant, year: selection.year, figures.connection)
        let known = Set((marks.lines.last ?? [:]).keys).union(others.flatMap(\.keys)).filter { $0 > 0 }
        let members = names.sorted(along, known)
        let desk = figures.desk
        lines = members.map { member in
            let scope = Scope(institution: selection.institution, classGroup: ClassID(rawValue: member))
            let mayOpen = along == .institution || desk.asker.may(.readPupils, in: scope, on: desk.today)
            let page =
                along == .institution ? Address("/institutions/\(member)") : Address("/classes/\(member)")
            return SubjectYear.Line(
                name: names.name(along, member),
                address: mayOpen ? page : nil,
                marks: marks.lines.map { $0[member] },
                counted: others[0][member],
                missed: others[1][member],
                tests: others[2][member],
                state: others[3][member]
            )
        }
        let sums = try SubjectColumns.measures.map { try figures.one($0, selection) }
        whole = SubjectYear.Line(
            name: Text(lv: "Kopā", en: "Total"),
            address: nil,
            marks: [try figures.one("attainment/mark", ofMarks)],
            counted: sums[0],
            missed: sums[1],
            tests: sums[2],
            state: sums[3]
        )
        let shares = try LevelBars.levels.map {
            try figures.line("attainment/level-\($0.code)", selection, over: along)
        }
        levels = LevelBars(
            bars: members.compactMap { member in
                let parts = shares.map { $0[member] }
                guard parts.contains(where: { $0 != nil }) else { return nil }
                return LevelBars.Bar(names.name(along, member), parts, figures)
            }
        )
    }

    /// Marks of three years, the oldest first; a class is one of its year.
    ///
    /// They come after the lessons, so that a running year has none for months.
    private static func marks(
        _ selection: Selection,
        _ along: Dimension,
        _ figures: PageFigures
    ) throws -> (lines: [[Int: Figure]], year: SchoolYear) {
        func line(_ year: SchoolYear) throws -> [Int: Figure] {
            var past = selection
            past.year = year
            return try figures.line("attainment/mark", past, over: along)
        }
        let year = selection.year
        let now = try line(year)
        guard along == .institution else { return ([now], year) }
        let lacks = figures.desk.today <= year.last && !now.values.contains(where: \.saysSomething)
        let latest = lacks ? year.previous : year
        let past = try [latest.previous.previous, latest.previous].map(line)
        return (past + [lacks ? try line(latest) : now], latest)
    }

    private static let measures = [
        "attainment/marks", "attendance/missed-share", "assessments/beside-state", "assessments/state-beside",
    ]
}
