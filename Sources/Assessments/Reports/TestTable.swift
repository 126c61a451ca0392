internal import Frame
internal import Kernel

/// The classes that took one test.
struct TestTable {
    private let question: Question
    private let test: Assessment
    /// What figures are narrowed to: the test by itself, or what it alone is.
    private let selection: Selection
    private let isAlone: Bool
    private let results: [MemberKey: Figure]
    private let takers: [MemberKey: Figure]
    private let mean: Int?

    /// A test that is alone of its kind is asked for by kind, subject and grade: by these, small figures can be told
    /// from others, so that more of them are shown than of a single test.
    init(_ question: Question, _ test: Assessment, isAlone: Bool) throws {
        self.question = question
        self.test = test
        self.isAlone = isAlone && test.grade > 0
        var narrowed = question.selection
        narrowed.classGroup = nil
        if self.isAlone {
            narrowed.assessment = nil
            narrowed.subject = test.subject
            narrowed.grade = test.grade
        }
        selection = narrowed
        results = try TestTable.figures("assessments/result", question, narrowed, test, self.isAlone)
        takers = try TestTable.figures("assessments/results", question, narrowed, test, self.isAlone)
        let means = try StateMeans.load(question.tenant, question.connection)
        mean = test.stateMean ?? means.mean(Work(test), in: test.year)?.hundredths
    }

    /// Figures of classes by institution and class, of institutions, and of all under an empty key.
    private static func figures(
        _ measure: String,
        _ question: Question,
        _ selection: Selection,
        _ test: Assessment,
        _ isAlone: Bool
    ) throws -> [MemberKey: Figure] {
        let kind: [Dimension] = isAlone ? [.kind] : []
        var figures: [MemberKey: Figure] = [:]
        for layout in [[], [Dimension.institution], [.institution, .classGroup]] {
            for (key, figure) in try question.figures(measure, over: layout + kind, in: selection)
            where !isAlone || key.last == test.sort.member {
                figures[Array(key.prefix(layout.count))] = figure
            }
        }
        return try question.shown(figures)
    }

    /// The board as a picture: a row an institution, as bars of the classes of many tell nothing apart; nil of fewer than
    /// two.
    var institutions: ReportSection? {
        guard question.selection.institution == nil, question.selection.classGroup == nil else { return nil }
        let known = results.keys.filter { $0.count == 1 && $0[0] > 0 }.map { $0[0] }
        guard known.count > 1 else { return nil }
        let names = question.members
        return ReportSection(
            "institutions",
            title: Text(lv: "Iestādes", en: "Institutions"),
            columns: [TestTable.institution] + TestTable.numbers,
            rows: names.sorted(.institution, known).map { member in
                ReportRow(
                    [.member(.institution, member, names.name(.institution, member))] + numbers([member])
                )
            },
            chart: .bars(column: WorkColumns.result.code)
        )
    }

    private static let institution = ReportColumn(
        "institution",
        Text(lv: "Iestāde", en: "Institution"),
        .words
    )
    private static let numbers = [
        WorkColumns.takers, WorkColumns.result, WorkColumns.state, WorkColumns.difference,
    ]

    /// The table with a row for each class.
    var section: ReportSection {
        let classes = classes
        let showsInstitution = question.selection.institution == nil
        let classGroup = ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
        return ReportSection(
            title: test.words,
            columns: (showsInstitution ? [TestTable.institution] : []) + [classGroup] + TestTable.numbers,
            rows: classes.map { row($0, showsInstitution) },
            total: classes.isEmpty ? nil : total(showsInstitution),
            chart: showsInstitution ? nil : .bars(column: WorkColumns.result.code)
        )
    }

    /// The class chosen with those it is compared with, else all; by institution and name.
    private var classes: [MemberKey] {
        let chosen = question.selection.classGroup.map { [$0] + question.selection.compared }
        let wanted = chosen.map { Set($0.map(\.rawValue)) }
        let keys = results.keys.filter { key in
            key.count == 2 && key[1] > 0 && (wanted?.contains(key[1]) ?? true)
        }
        let byInstitution = Dictionary(grouping: keys) { $0[0] }
        return question.members.sorted(.institution, byInstitution.keys).flatMap { institution in
            question.members.sorted(.classGroup, (byInstitution[institution] ?? []).map { $0[1] })
                .map { [institution, $0] }
        }
    }

    private func row(_ key: MemberKey, _ showsInstitution: Bool) -> ReportRow {
        let names = question.members
        let institution = ReportCell.member(.institution, key[0], names.name(.institution, key[0]))
        let classGroup = ReportCell.member(.classGroup, key[1], names.name(.classGroup, key[1]))
        return ReportRow((showsInstitution ? [institution] : []) + [classGroup] + numbers(key))
    }

    private func total(_ showsInstitution: Bool) -> ReportRow {
        let words = ReportCell.words(Text(lv: "Visas klases", en: "All classes"))
        return ReportRow((showsInstitution ? [words, .blank] : [words]) + numbers([]))
    }

    private func numbers(_ key: MemberKey) -> [ReportCell] {
        [
            ReportCell(takers[key]), ReportCell(results[key]), ReportCell(tenths: mean),
            ReportCell(results[key], above: mean),
        ]
    }
}
