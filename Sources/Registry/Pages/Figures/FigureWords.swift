package import Frame
package import Kernel
package import Pages

extension Figure {
    /// The number as people read it; nil where there is none to show.
    package func words(_ language: Language) -> String? {
        guard !isHidden, let scaled else { return nil }
        let words = Format(language).decimal(scaled.value, scaled.decimals)
        return unit == .share ? words + (language == .lv ? "\u{a0}%" : "%") : words
    }

    /// Whether a cell of it says more than that there are no data.
    package var saysSomething: Bool { isHidden || scaled != nil }

    /// How many people the number rests on; nil where nobody knows or nobody may.
    package var people: Int? { isHidden ? nil : tally?.people }
}

extension DataTable.Cell {
    /// The cell of a figure, which leads to its making; what is not known is said to be so.
    package static func figure(_ figure: Figure?, _ language: Language, linked: Bool = true) -> DataTable.Cell
    {
        if figure?.isHidden == true { return .suppressed }
        guard let figure, let words = figure.words(language) else { return .noData }
        return .words(words, address: linked ? figure.making : nil)
    }
}
