internal import Frame
internal import Kernel
internal import Prevention
internal import Registry

/// The board's kinds of support with how many measures of each are open, and for how many pupils.
struct OpenMeasureKinds {
    let question: Question

    init(_ question: Question) {
        self.question = question
    }

    /// A row for each kind that has open measures.
    ///
    /// It has no total: the measures together stand above, and a pupil may have several.
    var section: ReportSection {
        get throws {
            let lists = try CodeLists.load(question.tenant, question.connection)
            let measures = try question.figures(MeasuresOpen.byKind.name, over: [.kind])
            let pupils = try question.figures(MeasuresOpen.pupilsByKind.name, over: [.kind])
            let rows = Set(measures.keys.compactMap(\.first)).sorted().map { kind in
                ReportRow(
                    [.words(MeasureKind(rawValue: kind).words(lists).capitalised)]
                        + [measures, pupils].map { $0[[kind]].map { .figure($0) } ?? .blank }
                )
            }
            return ReportSection(
                "kinds",
                title: Text(lv: "Pēc veida", en: "By kind"),
                columns: [
                    ReportColumn("kind", Text(lv: "Pasākuma veids", en: "Kind of measure"), .words),
                    ReportColumn("measures", Text(lv: "Pasākumi", en: "Measures")),
                    ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")),
                ],
                rows: rows,
                empty: ReportSection.noData
            )
        }
    }
}
