import Frame
import Kernel
import Pages
import Storage

/// Measures of other rooms that a page of the registry shows beside its rows, asked for by name.
struct MeasuresOnPage: Sendable {
    let heading: Text
    let name: String

    static let missed = MeasuresOnPage(
        heading: Text(lv: "Kavētās stundas", en: "Lessons missed"),
        name: "attendance/missed"
    )
    static let unexcused = MeasuresOnPage(
        heading: Text(lv: "tostarp neattaisnoti", en: "unexcused of these"),
        name: "attendance/unexcused"
    )
    static let mark = MeasuresOnPage(
        heading: Text(lv: "Vidējais vērtējums", en: "Mean mark"),
        name: "attainment/mark"
    )
    static let all = [mark, missed, unexcused]

    /// The figures of a selection by member; empty where no room has the measure or it knows nothing.
    ///
    /// `seenFrom` is where the reader may see the members, when the selection itself names no place.
    func figures(
        _ selection: Selection,
        over dimension: Dimension,
        seenFrom scope: Scope? = nil,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int: Figure] {
        guard desk.house.measures.names.contains(name) else { return [:] }
        let measure = try desk.house.measures.named(name)
        guard measure.dimensions.contains(dimension) else { return [:] }
        let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
        let question = desk.question(selection, names, connection)
        let vector = try measure.vector(selection, over: [dimension], tenant: desk.tenant, connection)
        var shown = selection
        shown.institution = selection.institution ?? scope?.institution
        shown.classGroup = selection.classGroup ?? scope?.classGroup
        var figures: [Int: Figure] = [:]
        for (key, tally) in vector {
            guard let member = key.first else { continue }
            let figure = Figure(
                measure: measure.name,
                unit: measure.unit,
                selection: shown,
                members: [dimension: member],
                tally: tally
            )
            figures[member] = try desk.house.disclosure.applied(to: figure, question)
        }
        return figures
    }

    /// The figure of a whole selection; nil where no room has the measure or it knows nothing.
    func figure(_ selection: Selection, _ desk: Desk, _ connection: Connection) throws -> Figure? {
        guard desk.house.measures.names.contains(name) else { return nil }
        let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
        let question = desk.question(selection, names, connection)
        let figure = try question.figure(name)
        guard figure.tally != nil else { return nil }
        return try desk.house.disclosure.applied(to: figure, question)
    }

    /// The cell of a figure; what is not known is said to be so.
    static func cell(_ figure: Figure?, _ language: Language) -> DataTable.Cell {
        if figure?.isHidden == true { return .suppressed }
        guard let scaled = figure?.scaled else { return .noData }
        let words = Format(language).decimal(scaled.value, scaled.decimals)
        return .words(figure?.unit == .share ? words + (language == .lv ? "\u{a0}%" : "%") : words)
    }
}
