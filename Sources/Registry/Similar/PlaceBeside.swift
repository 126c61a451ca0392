internal import Evidence
package import Frame
package import Kernel

/// The numbers of a place beside those that people compare them with: its institution, similar institutions, the
/// municipality, the state and targets as far as they are known, and its own earlier years.
///
/// It is made for any report of means and shares; a report of marks, whose scales are never summed, has its own. Counts of
/// a large and a small place say nothing beside each other.
package struct PlaceBeside {
    /// A column: a mean or share by the name of its measure.
    package struct Column: Sendable {
        let code: String
        let measure: String
        /// Measures of the same place without which it is not shown, beside those that its measure names itself.
        let restsOn: [String]

        /// A column with a code.
        package init(_ code: String, _ measure: String, restsOn: [String] = []) {
            self.code = code
            self.measure = measure
            self.restsOn = restsOn
        }
    }

    /// The table of what is wider; nil where there is nothing to say in it.
    package let wider: ReportSection?
    /// The table of earlier years; nil where fewer than two have numbers.
    package let years: ReportSection?
    /// What similar institutions are, where they are shown.
    package let notes: [Text]

    /// How many years it looks back, the chosen one included.
    private static let span = 3

    /// What stands beside a table of the question's place; nothing where that table has no rows.
    ///
    /// A column whose measure no room has is left out. A report with years of its own needs none of these.
    package init(
        _ question: Question,
        _ columns: [Column],
        isEmpty: Bool,
        withYears: Bool = true
    ) throws {
        let columns = columns.filter { question.measures.has($0.measure) }
        guard !isEmpty, !columns.isEmpty else {
            (wider, years, notes) = (nil, nil, [])
            return
        }
        let found = try PlacesCompared(question, columns)?.compared
        wider = found?.section
        years = withYears ? try PlaceBeside.earlier(question, columns) : nil
        let months = try PlaceBeside.months(question, columns, withYears)
        let isUnfinished = years?.rows.contains(where: \.isUnfinished) ?? false
        notes =
            [found?.definition].compactMap { $0 } + months
            + (isUnfinished ? [question.selection.year.unfinished] : [])
    }

    /// Which numbers of the years that are shown are of a part of their year.
    private static func months(
        _ question: Question,
        _ columns: [Column],
        _ withYears: Bool
    ) throws -> [Text] {
        let back = withYears ? try YearsBack(question, span: span).years.map(\.selection) : []
        let years = back.isEmpty ? [question.selection] : back
        return try years.reversed().compactMap {
            try KnownMonths.note(columns.map(\.measure), $0, question)
        }
    }

    /// Both tables, as far as there is something to say in them.
    package var sections: [ReportSection] { [wider, years].compactMap { $0 } }

    /// A row a year that has a number; of a class, what it was then.
    private static func earlier(_ question: Question, _ columns: [Column]) throws -> ReportSection? {
        let rows = try YearsBack(question, span: span).years.compactMap { year -> ReportRow? in
            let figures = try columns.map { try question.figure($0.measure, in: year.selection) }
            guard figures.contains(where: { $0.tally != nil }) else { return nil }
            let known = try columns.compactMap { try KnownMonths.words($0.measure, year.selection, question) }
            let words = known.first.map { Text(same: " (") + $0 + Text(same: ")") } ?? Text(same: "")
            return year.row(figures.map { $0.tally == nil ? .unknown : .figure($0) }, words)
        }
        let headings = try columns.map {
            ReportColumn($0.code, try question.measures.named($0.measure).title)
        }
        return YearsBack.section(rows, headings, chart: columns.first.map { .bars(column: $0.code) })
    }
}

/// A place of one institution beside what is wider, or the whole board beside what it is held against.
private struct PlacesCompared {
    private let question: Question
    private let columns: [PlaceBeside.Column]
    /// Those like the institution; nil for the whole board.
    private let group: SimilarInstitutions?
    /// What is asked of the class, where one is chosen.
    private let ofClass: Selection?
    /// What is asked of the institution; of a class, the same grade where small figures can be told from others by it.
    private let ofInstitution: Selection

    /// Nil where no institution is chosen by a reader who does not see the whole board.
    ///
    /// By a subject, or a test of one, a reader of one institution could tell the teacher of another.
    init?(_ question: Question, _ columns: [PlaceBeside.Column]) throws {
        var place = question.selection
        place.compared = []
        let isOfSubject = place.subject != nil || place.assessment != nil
        guard !isOfSubject || place.reach.everything else { return nil }
        self.question = question
        self.columns = columns
        ofClass = place.classGroup == nil ? nil : place
        if let classGroup = place.classGroup {
            let line = try ClassLine.of(classGroup, years: 1, question.tenant, question.connection)
            guard let step = line.steps.last else { return nil }
            place.institution = step.institution
            place.classGroup = nil
            if step.grade > 0, try PlacesCompared.areByGrade(columns, question) { place.grade = step.grade }
        }
        ofInstitution = place
        guard let institution = place.institution else {
            guard place.reach.everything else { return nil }
            self.group = nil
            return
        }
        guard let group = try SimilarInstitutions.of(institution, question) else { return nil }
        self.group = group
    }

    /// The table with what similar institutions are; nil where no other institution has numbers, and nothing is known of
    /// the state and of targets.
    var compared: (section: ReportSection, definition: Text?)? {
        get throws {
            let (wider, held) = try (self.wider, self.held)
            let hasOthers = wider.contains { $0.first?.hasOthers ?? false }
            guard hasOthers || !held.rows.isEmpty else { return nil }
            let section = try ReportSection.comparison(
                own: rows,
                similar: hasOthers ? wider.map { PlacesCompared.cell($0.map { $0.ofSimilar([]) }) } : nil,
                municipality: hasOthers
                    ? wider.map { PlacesCompared.cell($0.map { $0.ofMunicipality([]) }) } : nil,
                grade: grade,
                columns.map { try heading($0) },
                held: held
            )
            return (section, hasOthers ? group?.definition : nil)
        }
    }

    /// The rows of the place itself: of the class, where one is chosen, and of its institution, or of the whole board.
    private var rows: [ReportRow] {
        get throws {
            let names = question.members
            guard let group else {
                return [try row(Text(lv: "Pašvaldība", en: "Municipality"), own(ofInstitution))]
            }
            var rows: [ReportRow] = []
            if let ofClass, let classGroup = ofClass.classGroup {
                rows.append(try row(names.name(.classGroup, classGroup.rawValue), own(ofClass)))
            }
            rows.append(
                try row(names.name(.institution, group.own.rawValue) + grade, own(ofInstitution))
            )
            return rows
        }
    }

    /// For each column its measure and those that it rests on; nothing for the whole board.
    private var wider: [[WiderFigures]] {
        get throws {
            guard let group else { return [] }
            return try columns.map { column in
                try ([column.measure] + column.restsOn).map {
                    try WiderFigures($0, ofInstitution, beside: group, over: [], question)
                }
            }
        }
    }

    /// What the columns are held against; of a class, asked with the grade that the others are narrowed to.
    private var held: HeldAgainst {
        get throws {
            var asked = ofInstitution
            asked.classGroup = ofClass?.classGroup
            return HeldAgainst(
                try columns.map { column in
                    HeldAgainst.Column(
                        try question.measures.named(column.measure).unit,
                        try question.benchmarks(of: column.measure, in: asked)
                    )
                }
            )
        }
    }

    /// Whether every measure keeps the small figures of grades.
    private static func areByGrade(_ columns: [PlaceBeside.Column], _ question: Question) throws -> Bool {
        try columns.allSatisfy { column in
            let measure = try question.measures.named(column.measure)
            return (measure as? any DisclosedMeasure)?.disclosure.along.contains(.grade) ?? false
        }
    }

    private var grade: Text { .ofGrade(ofClass == nil ? nil : ofInstitution.grade) }

    private func row(_ words: Text, _ cells: [ReportCell]) -> ReportRow { ReportRow([.words(words)] + cells) }

    /// The numbers as the reader sees them, without a sign, as sums over institutions have none either.
    private func own(_ selection: Selection) throws -> [ReportCell] {
        let figures = try columns.map { try question.figure($0.measure, in: selection) }
        return try question.shown(figures).map { .plain($0) }
    }

    /// The number of a measure, or the first that is hidden of it and those that it rests on.
    private static func cell(_ cells: [ReportCell]) -> ReportCell {
        let hidden = cells.first { cell in
            if case .figure = cell { true } else { false }
        }
        return hidden ?? cells.first ?? .unknown
    }

    private func heading(_ column: PlaceBeside.Column) throws -> ReportColumn {
        let measure = try question.measures.named(column.measure)
        let isShare = measure.unit == .share
        return ReportColumn(column.code, isShare ? measure.title + Text(same: ", %") : measure.title)
            .made(WiderFigures.making(column.measure))
    }
}
