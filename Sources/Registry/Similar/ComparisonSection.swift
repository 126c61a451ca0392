package import Frame
package import Kernel

extension ReportSection {
    /// Numbers of a place beside those of similar institutions, of the municipality, of the state, and targets.
    ///
    /// `own` is the class, where one is chosen, and its institution; `grade` is what all but the class are narrowed to, as
    /// `Text.ofGrade` says it. Without `similar` and `municipality` there is nothing wider; `counts` are the codes of columns
    /// that make no picture, as counts of a large and a small place say nothing beside each other.
    package static func comparison(
        own: [ReportRow],
        similar: [ReportCell]?,
        municipality: [ReportCell]?,
        grade: Text,
        _ columns: [ReportColumn],
        held: HeldAgainst = .nothing,
        counts: Set<String> = []
    ) -> ReportSection {
        let alike = Text(lv: "Līdzīgas iestādes", en: "Similar institutions")
        let all = Text(lv: "Pašvaldība", en: "Municipality")
        let wider = [
            similar.map { ReportRow([.words(alike + grade)] + $0) },
            municipality.map { ReportRow([.words(all + grade)] + $0) },
        ]
        let drawn = columns.map(\.code).filter { !counts.contains($0) }
        return ReportSection(
            "comparison",
            title: Text(lv: "Salīdzinājums", en: "Comparison"),
            caption: held.sources,
            columns: [ReportColumn("place", Text(lv: "Kur", en: "Where"), .words)]
                + (held.rows.isEmpty ? columns : columns.map { HeldAgainst.made($0) }),
            rows: own + wider.compactMap { $0 } + held.rows,
            // Several columns are of several scales or subjects: one picture would say that they compare.
            chart: columns.count == 1
                ? drawn.first.map { ReportChart.bars(column: $0) } : ReportChart.barsOfEach(columns: drawn)
        )
    }
}

extension Text {
    /// What follows the name of a place of which one grade is meant; nothing without a grade.
    package static func ofGrade(_ grade: Int?) -> Text {
        grade.map { Text(lv: ", \($0). klases", en: ", grade \($0)") } ?? Text(same: "")
    }
}
