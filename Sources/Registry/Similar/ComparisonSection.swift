package import Frame
package import Kernel

extension ReportSection {
    /// Numbers of a place beside those of similar institutions and of the municipality.
    ///
    /// `own` is the class, where one is chosen, and its institution; `grade` is what all but the class are narrowed to, as
    /// `Text.ofGrade` says it.
    package static func comparison(
        own: [ReportRow],
        similar: [ReportCell],
        municipality: [ReportCell],
        grade: Text,
        _ columns: [ReportColumn]
    ) -> ReportSection {
        let alike = Text(lv: "Līdzīgas iestādes", en: "Similar institutions")
        let all = Text(lv: "Pašvaldība", en: "Municipality")
        return ReportSection(
            "comparison",
            title: Text(lv: "Salīdzinājums", en: "Comparison"),
            columns: [ReportColumn("place", Text(lv: "Kur", en: "Where"), .words)] + columns,
            rows: own + [
                ReportRow([.words(alike + grade)] + similar),
                ReportRow([.words(all + grade)] + municipality),
            ],
            // Several columns are of several scales or subjects: one picture would say that they compare.
            chart: columns.count == 1 ? columns.first.map { .bars(column: $0.code) } : nil
        )
    }
}

extension Text {
    /// What follows the name of a place of which one grade is meant; nothing without a grade.
    package static func ofGrade(_ grade: Int?) -> Text {
        grade.map { Text(lv: ", \($0). klases", en: ", grade \($0)") } ?? Text(same: "")
    }
}
