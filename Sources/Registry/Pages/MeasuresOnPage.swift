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
        let vector = try PageFigures(desk, connection)
            .vector(name, selection, over: [dimension], seenFrom: scope)
        return Dictionary(vector.map { ($0.key[0], $0.value) }) { first, _ in first }
    }

    /// The figure of a whole selection; nil where no room has the measure or it knows nothing.
    func figure(_ selection: Selection, _ desk: Desk, _ connection: Connection) throws -> Figure? {
        try PageFigures(desk, connection).one(name, selection)
    }

    /// The cell of a figure; what is not known is said to be so.
    ///
    /// It is no link: to read of a pupil and to open the making of figures are two permissions.
    static func cell(_ figure: Figure?, _ language: Language) -> DataTable.Cell {
        .figure(figure, language, linked: false)
    }
}
