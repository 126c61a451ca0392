internal import Evidence
package import Frame
package import Kernel

/// The mean marks of classes by term and year.
package enum ClassAverages: Report {
    package static let name = "class-averages"
    package static let standsStill = true
    package static let title = Text(
        lv: "Klašu vidējie vērtējumi",
        en: "Mean marks of classes"
    )
    package static let purpose = Text(
        lv: "Kāds ir katras klases vidējais vērtējums semestros un gadā?",
        en: "What is the mean mark of each class in the terms and in the year?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years, .subject,
    ]
    package static let comparesClasses = true

    package static func answer(_ question: Question) throws -> ReportDocument {
        try TeacherFigures.require(question)
        let scales = try ScaleSections(question, counted: "attainment/marks")
        let main = scales.scales.first?.id ?? 0
        let beside = try MarksBeside(question, scale: main, AveragesBeside.columns(question.selection))
        let others = [
            try AveragesBeside.institutions(question, scale: main), beside.section,
            try AveragesBeside.years(question, scale: main),
        ]
        let state = beside.section == nil ? nil : MarksBeside.noState
        return ReportDocument(
            notes: [note, scales.note, beside.definition, state].compactMap { $0 },
            try scales.scales.map { try section(question, scales, $0) } + others.compactMap { $0 }
        )
    }

    private static func section(
        _ question: Question,
        _ scales: ScaleSections,
        _ scale: ScaleSections.Scale
    ) throws -> ReportSection {
        let table = try PeriodTable(question, scale: scale.id)
        let periods = PeriodTable.Period.asked(question.selection)
        let showsInstitution = question.selection.institution == nil && question.selection.classGroup == nil
        return ReportSection(
            scales.code("table", scale),
            title: scales.title(scale),
            columns: columns(showsInstitution, periods),
            rows: table.classes.map { row($0, table, showsInstitution) },
            total: table.classes.isEmpty || !question.selection.compared.isEmpty
                ? nil : total(table, showsInstitution),
            chart: showsInstitution ? nil : periods.last.map { .bars(column: $0.code) }
        )
    }

    private static func columns(
        _ showsInstitution: Bool,
        _ asked: [PeriodTable.Period]
    ) -> [ReportColumn] {
        let institution = ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
        let classGroup = ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
        let periods = asked.flatMap { period in
            [
                ReportColumn(period.code, period.words),
                ReportColumn(
                    "\(period.code)_n",
                    Text(lv: "Vērtējumi, \(period.inside.lv)", en: "Marks, \(period.inside.en)"),
                    optional: true
                ),
            ]
        }
        return (showsInstitution ? [institution] : []) + [classGroup] + periods
    }

    private static func row(
        _ member: PeriodTable.ClassMember,
        _ table: PeriodTable,
        _ showsInstitution: Bool
    ) -> ReportRow {
        let institution = ReportCell.member(.institution, member.institution, member.institutionName)
        let classGroup = ReportCell.member(.classGroup, member.classGroup, member.className)
        return ReportRow((showsInstitution ? [institution] : []) + [classGroup] + table.cells(member))
    }

    private static func total(_ table: PeriodTable, _ showsInstitution: Bool) -> ReportRow {
        let words = ReportCell.words(Text(lv: "Kopā", en: "Total"))
        return ReportRow((showsInstitution ? [words, .blank] : [words]) + table.totals)
    }

    private static let note = Text(
        lv: """
            Vidējais vērtējums ir izglītojamo vērtējumu summa, dalīta ar to skaitu; rinda „Kopā” rēķināta no visiem \
            vērtējumiem, nevis no klašu vidējiem. Vērtējumi bez skaitļa (nv, a, i, ni) nav ieskaitīti.
            """,
        en: """
            The mean mark is the sum of pupils' marks over their number; the total rests on all marks, not on the \
            means of classes. Marks without a number (nv, a, i, ni) are left out.
            """
    )
}
