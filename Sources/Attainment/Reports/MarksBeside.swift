internal import Frame
internal import Kernel
internal import Registry

/// One's own numbers beside those of the institution, of similar institutions and of the municipality, and targets.
struct MarksBeside {
    /// A column: a measure, of one period where the table has several.
    struct Column {
        let code: String
        let words: Text
        let measure: String
        let period: PeriodTable.Period?
    }

    /// The table; nil where no other institution has numbers.
    let section: ReportSection?
    /// What similar institutions are.
    let definition: Text?

    init(_ question: Question, scale: Int, _ columns: [Column]) throws {
        var made = (section: ReportSection?.none, definition: Text?.none)
        if let place = try MarksBeside.place(question), let institution = place.institution,
            let group = try SimilarInstitutions.of(institution, question)
        {
            made = try MarksBeside.make(question, scale, columns, place, group)
        }
        section = made.section
        definition = made.definition
    }

    /// The selection with institution, and with the grade of its class.
    private static func place(_ question: Question) throws -> Selection? {
        var place = question.selection
        place.compared = []
        guard let classGroup = place.classGroup else { return place.institution == nil ? nil : place }
        let line = try ClassLine.of(classGroup, years: 1, question.tenant, question.connection)
        guard let step = line.steps.last, step.grade > 0 else { return nil }
        place.institution = step.institution
        place.grade = step.grade
        return place
    }

    private static func make(
        _ question: Question,
        _ scale: Int,
        _ columns: [Column],
        _ place: Selection,
        _ group: SimilarInstitutions
    ) throws -> (section: ReportSection?, definition: Text?) {
        var institution = place
        institution.classGroup = nil
        let reader = MarksBesideReader(question: question, scale: scale, columns: columns)
        let wider = try reader.wider(institution, group)
        guard wider.contains(where: \.hasOthers) else { return (nil, nil) }
        let grade = Text.ofGrade(place.classGroup == nil ? nil : place.grade)
        let name = question.members.name(.institution, group.own.rawValue)
        var rows: [ReportRow] = []
        if let classGroup = place.classGroup {
            let words = question.members.name(.classGroup, classGroup.rawValue)
            rows.append(ReportRow([.words(words)] + (try reader.cells(place))))
        }
        rows.append(ReportRow([.words(name + grade)] + (try reader.cells(institution))))
        let section = ReportSection.comparison(
            own: rows,
            similar: zip(columns, wider).map { $1.ofSimilar(reader.key($0)) },
            municipality: zip(columns, wider).map { $1.ofMunicipality(reader.key($0)) },
            grade: grade,
            columns.map { ReportColumn($0.code, $0.words).made(WiderFigures.making($0.measure)) },
            held: try reader.held(place, institution),
            counts: try reader.counts
        )
        return (section, group.definition)
    }

    /// That the state publishes no means of marks.
    static let noState = Text(
        lv: """
            Semestra un gada vērtējumu vidējo valstī nepublicē, tāpēc tā šeit nav; valsts vidējie ir pie pārbaudes darbiem.
            """,
        en: """
            No means of term and year marks are published for the state, so there is none here; means of the state are with \
            tests and examinations.
            """
    )
}

/// Reads the numbers of one row.
private struct MarksBesideReader {
    let question: Question
    let scale: Int
    let columns: [MarksBeside.Column]

    func key(_ column: MarksBeside.Column) -> MemberKey {
        (column.period.map { [$0.rawValue] } ?? []) + [scale]
    }

    private func along(_ column: MarksBeside.Column) -> [Dimension] { column.period == nil ? [] : [.term] }

    private func narrowed(_ selection: Selection, _ column: MarksBeside.Column) -> Selection {
        var narrowed = selection
        if column.period != nil { narrowed.term = nil }
        return narrowed
    }

    /// The codes of columns that count.
    var counts: Set<String> {
        get throws {
            let counted = try columns.filter { column in
                if case .count = try question.measures.named(column.measure).unit { true } else { false }
            }
            return Set(counted.map(\.code))
        }
    }

    /// The targets of the columns: of those of the whole year, where there is no other scale that a target would mean too.
    func held(_ place: Selection, _ institution: Selection) throws -> HeldAgainst {
        var asked = institution
        asked.classGroup = place.classGroup
        var wide = institution
        (wide.institution, wide.reach) = (nil, .all)
        return HeldAgainst(
            try columns.map { column in
                let unit = try question.measures.named(column.measure).unit
                guard column.period == nil || column.period == .year else {
                    return HeldAgainst.Column(unit, [])
                }
                let known = try question.benchmarks(of: column.measure, in: asked)
                guard !known.isEmpty else { return HeldAgainst.Column(unit, []) }
                let scales = try question.figures(column.measure, over: [.scale], in: wide)
                return HeldAgainst.Column(unit, scales.count == 1 ? known : [])
            }
        )
    }

    /// The numbers as the reader sees them, without a sign, as sums over institutions have none either.
    func cells(_ selection: Selection) throws -> [ReportCell] {
        let found = try columns.map { column -> Figure? in
            let reader = ScaleFigures(
                question: question,
                selection: narrowed(selection, column),
                scale: scale
            )
            return try reader.figures(column.measure, over: along(column))[Array(key(column).dropLast())]
        }
        var shown = try question.shown(found.compactMap { $0 })[...]
        return found.map { $0 == nil ? .unknown : .plain(shown.popFirst()) }
    }

    /// One a column; columns of one measure share what was read.
    func wider(_ selection: Selection, _ group: SimilarInstitutions) throws -> [WiderFigures] {
        var read: [String: WiderFigures] = [:]
        return try columns.map { column in
            if let known = read[column.measure] { return known }
            let wider = try WiderFigures(
                column.measure,
                narrowed(selection, column),
                beside: group,
                over: along(column) + [.scale],
                question
            )
            read[column.measure] = wider
            return wider
        }
    }
}
