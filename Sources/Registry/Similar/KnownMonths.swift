import Frame
import Kernel
import Storage

/// The months that a number is known for, where its place has records of other months that it leaves out.
///
/// A share of lessons missed in a year of which presence is told from April on is one of two months, and beside that of
/// a whole year it would look like a change. Asked of whole institutions, months tell of imports and of nobody.
enum KnownMonths {
    /// The months of a measure in a selection; nil where none is left out.
    static func words(
        _ name: String,
        _ selection: Selection,
        _ measures: MeasureBook,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> Text? {
        guard measures.has(name), let measure = try measures.named(name) as? any KnownInPart,
            let asked = measure.monthsKnown
        else { return nil }
        var place = Selection(
            year: selection.year,
            term: selection.term,
            institution: selection.institution,
            reach: selection.reach
        )
        if selection.institution == nil { place.classGroup = selection.classGroup }
        func months(_ name: String) throws -> Set<Int> {
            let measure = try measures.named(name)
            let keys = try measures.vector(measure, place, over: [.month], tenant: tenant, connection).keys
            // Totals without days stand under 0.
            return Set(keys.map { $0[0] }.filter { $0 > 0 })
        }
        let known = try months(asked.of)
        guard !known.isEmpty, !(try months(asked.among)).isSubset(of: known) else { return nil }
        return Month.words(of: known)
    }

    /// In a report: that some measures are of some months of a year alone; nil where they are of all.
    static func note(_ names: [String], _ selection: Selection, _ question: Question) throws -> Text? {
        var (titles, months): ([Text], Text?) = ([], nil)
        for name in names {
            guard let known = try words(name, selection, question) else { continue }
            titles.append(try question.measures.named(name).title)
            months = known
        }
        guard let months else { return nil }
        let lv = titles.map { "„\($0.lv)”" }.joined(separator: ", ")
        let en = titles.map { "“\($0.en)”" }.joined(separator: ", ")
        return Text(
            lv: """
                \(Format(.lv).schoolYear(selection.year)) mācību gadā zināms tikai par šiem mēnešiem: \(months.lv) (\(lv)). \
                Pārējos mēnešos avots klātbūtni nenorāda, tāpēc ar citu gadu tieši salīdzināt nevar.
                """,
            en: """
                Of \(Format(.en).schoolYear(selection.year)) known for these months alone: \(months.en) (\(en)). For the \
                others the source does not tell who was present, so that another year does not compare directly.
                """
        )
    }

    /// The months of a measure as a question asks it.
    static func words(_ name: String, _ selection: Selection, _ question: Question) throws -> Text? {
        try words(name, selection, question.measures, question.tenant, question.connection)
    }
}
