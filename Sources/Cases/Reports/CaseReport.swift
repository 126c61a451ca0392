internal import Frame
internal import Kernel
internal import Registry

/// What reports of cases share: a row for each institution, or grade of one, with figures of measures.
struct CaseTable {
    let question: Question
    /// The direction of the rows.
    let dimension: Dimension

    /// By institution, or by grade where one is chosen.
    init(_ question: Question) {
        self.question = question
        dimension = question.selection.institution == nil ? .institution : .grade
    }

    init(_ question: Question, by dimension: Dimension) {
        self.question = question
        self.dimension = dimension
    }

    /// A column of a measure, in a term where one is said.
    struct Column {
        let code: String
        let heading: Text
        let measure: CaseMeasure
        var term: Int?
        var isOptional = false

        /// What is asked for: the selection, in its term where it has one.
        func selection(of question: Question) -> Selection {
            var selection = question.selection
            if let term { selection.term = term }
            return selection
        }
    }

    /// The table of columns, led by the first one: its members are the rows.
    func section(
        _ columns: [Column],
        code: String = "table",
        title: Text? = nil,
        chart: ReportChart? = nil,
        empty: Text
    ) throws -> ReportSection {
        let vectors = try columns.map { column in
            try question.figures(column.measure.name, over: [dimension], in: selection(column))
        }
        let keys = Set(vectors.flatMap(\.keys).compactMap(\.first)).filter { $0 > 0 || dimension == .subject }
        let members = question.members.sorted(dimension, keys)
        let zeros = try CaseZeros(question)
        let rows = try members.map { member in
            let found = vectors.map { $0[[member]] }
            let cells = try zeros.cells(columns, found, [dimension: member])
            return ReportRow([.member(dimension, member, name(member))] + cells)
        }
        let sums = try columns.map { try question.figure($0.measure.name, in: selection($0)) }
        let known = sums.map { figure in figure.tally == nil ? nil : figure }
        let totals = try rows.isEmpty ? [] : zeros.cells(columns, known, [:])
        let total = ReportRow([.words(Text(lv: "Kopā", en: "Total"))] + totals)
        return ReportSection(
            code,
            title: title,
            columns: [ReportColumn(dimension == .classGroup ? "class" : dimension.rawValue, heading, .words)]
                + columns.map { ReportColumn($0.code, $0.heading, optional: $0.isOptional) },
            rows: rows,
            total: rows.isEmpty ? nil : total,
            chart: rows.isEmpty ? nil : chart,
            empty: empty
        )
    }

    private func selection(_ column: Column) -> Selection? {
        column.term.map { _ in column.selection(of: question) }
    }

    private func name(_ member: Int) -> Text {
        if dimension == .subject, member == 0 { return Text(lv: "bez priekšmeta", en: "no subject") }
        return question.members.name(dimension, member)
    }

    private var heading: Text {
        switch dimension {
        case .institution: Text(lv: "Iestāde", en: "Institution")
        case .grade: Text(lv: "Klases pakāpe", en: "Grade")
        case .subject: Text(lv: "Mācību priekšmets", en: "Subject")
        default: Text(lv: "Klase", en: "Class")
        }
    }
}
