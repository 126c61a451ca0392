internal import Frame
internal import Kernel
internal import Registry

/// The scales that a report has tables for, the main one first, and what it says of them.
struct ScaleSections {
    /// A scale with its words.
    struct Scale {
        let id: Int
        /// The stable code, for the codes of tables.
        let code: String
        let words: Text
    }

    /// The scales; one at least, be it without marks.
    let scales: [Scale]

    /// Scales on which a measure counts anything within the selection, in the year or one of its terms.
    init(_ question: Question, counted measure: String) throws {
        let selection = question.selection
        let inUse = try ScalesInUse(selection.year, question.tenant, question.connection)
        let figures = try question.figures(measure, over: [.scale, .term], in: selection)
        let counted = Set(figures.filter { ($0.value.tally?.numerator ?? 0) > 0 }.keys.map { $0[0] })
        let book = try MarkScales.load(question.tenant, question.connection)
        let ids = inUse.ids.filter { $0 == inUse.main || counted.contains($0) }
        scales = (ids.isEmpty ? [0] : ids).map { id in
            let scale = book.numbered(id)
            return Scale(id: id, code: scale?.code ?? "scale-\(id)", words: scale?.words ?? Text(same: "–"))
        }
    }

    /// The main scale of the latest of some years that has marks; 0 where none has.
    ///
    /// In autumn the present year has none yet, and what is told is of the years before.
    static func main(_ years: [SchoolYear], _ question: Question) throws -> Int {
        for year in years.sorted(by: >) {
            let main = try ScalesInUse(year, question.tenant, question.connection).main
            if main != 0 { return main }
        }
        return 0
    }

    /// Whether marks are on more than one scale, so that tables carry its name.
    var areSeveral: Bool { scales.count > 1 }

    /// The code of a table: that of the main scale's has no addition.
    func code(_ code: String, _ scale: Scale) -> String {
        scale.id == scales.first?.id ? code : "\(code)-\(scale.code)"
    }

    /// The heading of a table, where there are several scales.
    func title(_ scale: Scale) -> Text? { areSeveral ? scale.words : nil }

    /// Which scale the numbers are on; nothing where there are no marks.
    var note: Text? {
        guard let first = scales.first, first.id != 0 else { return nil }
        guard areSeveral else {
            return Text(lv: "Skala: \(first.words.lv).", en: "Scale: \(first.words.en).")
        }
        return Text(
            lv: """
                Vērtējumi ir vairākās skalās. Dažādu skalu vērtējumus kopā nerēķina: katrai skalai ir sava tabula ar \
                savu kopsummu.
                """,
            en: """
                Marks are on several scales. Marks of different scales are never put together: each scale has a table \
                of its own with its own total.
                """
        )
    }
}
