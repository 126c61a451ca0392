internal import Evidence
package import Frame
package import Kernel

/// How term or year marks fall into the four levels, by grade and, within an institution, by class.
package enum LevelDistribution: Report {
    package static let name = "level-distribution"
    package static let standsStill = true
    package static let title = Text(
        lv: "Vērtējumu sadalījums pa līmeņiem",
        en: "Marks by level of attainment"
    )
    package static let purpose = Text(
        lv: "Cik liela daļa vērtējumu ir augstā, optimālā, pietiekamā un nepietiekamā līmenī?",
        en: "What share of marks is of the high, optimal, sufficient and insufficient level?"
    )
    package static let subjectPermission = Permission.readTeacherFigures
    package static let filters: [ReportFilter] = [
        .year, .term, .institution, .classGroup, .compared, .institutions, .years, .subject,
    ]
    package static let comparesClasses = true

    package static func answer(_ question: Question) throws -> ReportDocument {
        try TeacherFigures.require(question)
        let selection = question.selection
        let scales = try ScaleSections(question, counted: "attainment/levelled")
        let main = scales.scales.first?.id ?? 0
        let sections = try scales.scales.flatMap { try LevelDistribution.sections(question, scales, $0) }
        let beside = try MarksBeside(question, scale: main, LevelsBeside.columns)
        let others = [beside.section, try LevelsBeside.years(question, scale: main)]
        let state = beside.section == nil ? nil : MarksBeside.noState
        return ReportDocument(
            notes: [period(selection), note, scales.note, beside.definition, state].compactMap { $0 },
            sections + others.compactMap { $0 }
        )
    }

    private static func sections(
        _ question: Question,
        _ scales: ScaleSections,
        _ scale: ScaleSections.Scale
    ) throws -> [ReportSection] {
        let selection = question.selection
        guard selection.compared.isEmpty else {
            var classes = try LevelsBeside.classes(question, scale: scale.id)
            classes.code = scales.code("table", scale)
            classes.title = scales.title(scale)
            return [classes]
        }
        var layouts: [(dimension: Dimension, column: String, heading: Text)] = []
        if selection.classGroup == nil {
            layouts.append((.grade, "grade", Text(lv: "Klases pakāpe", en: "Grade")))
        }
        if selection.institution != nil || selection.classGroup != nil {
            layouts.append((.classGroup, "class", Text(lv: "Klase", en: "Class")))
        }
        if selection.institution == nil, selection.classGroup == nil {
            layouts.append((.institution, "institution", Text(lv: "Iestāde", en: "Institution")))
        }
        return try layouts.enumerated().compactMap { index, layout in
            var section = try section(question, scale.id, layout.dimension, layout.column, layout.heading)
            // One institution alone is the total.
            if layout.dimension == .institution, section.rows.count < 2 { return nil }
            let code = layout.dimension == .institution ? "institutions" : "classes"
            section.code = scales.code(index == 0 ? "table" : code, scale)
            section.title = scales.title(scale)
            return section
        }
    }

    private static func section(
        _ question: Question,
        _ scale: Int,
        _ dimension: Dimension,
        _ column: String,
        _ heading: Text
    ) throws -> ReportSection {
        let table = try LevelTable(question, scale: scale, over: [dimension])
        let whole = try LevelTable(question, scale: scale, over: [])
        let members = question.members.sorted(dimension, table.members.filter { $0 > 0 })
        let rows = members.map { member in
            let name = question.members.name(dimension, member)
            return ReportRow([.member(dimension, member, name)] + table.cells([member]))
        }
        return ReportSection(
            columns: [ReportColumn(column, heading, .words)] + LevelTable.columns,
            rows: rows,
            total: rows.isEmpty ? nil : ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + whole.cells([])),
            chart: LevelsBeside.chart
        )
    }

    private static func period(_ selection: Selection) -> Text {
        switch selection.term {
        case let term?:
            Text(lv: "Ieskaitīti \(term). semestra vērtējumi.", en: "Marks of term \(term) are counted.")
        case nil: Text(lv: "Ieskaitīti gada vērtējumi.", en: "Year marks are counted.")
        }
    }

    private static let note = Text(
        lv: """
            Daļas ir no vērtējumiem, kuriem ir līmenis; „nv” daļa ir no visiem ierakstiem. Līmeņu robežas nosaka \
            skala: desmit ballu skalā augsts ir 9–10, optimāls 6–8, pietiekams 4–5, nepietiekams 1–3.
            """,
        en: """
            Shares are of the marks that have a level; the share of “nv” is of all entries. The scale sets the \
            bounds: on the ten-point scale 9–10 is high, 6–8 optimal, 4–5 sufficient, 1–3 insufficient.
            """
    )
}
