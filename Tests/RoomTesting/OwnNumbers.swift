package import Frame
internal import Kernel

extension ReportDocument {
    /// The columns with numbers that are no figures, each as `section.column`: those that say how the numbers are made,
    /// or those that do not.
    ///
    /// A making is told in both languages, and names columns of its own table.
    package func ownNumbers(made isMade: Bool) -> [String] {
        sections.flatMap { section in
            let rows = section.rows + (section.total.map { [$0] } ?? [])
            let codes = Set(section.columns.map(\.code))
            return section.columns.indices.compactMap { index -> String? in
                let column = section.columns[index]
                guard rows.contains(where: { $0.hasNumber(at: index) }) else { return nil }
                let isTold = column.making.map { making in
                    !making.formula.lv.isEmpty && making.formula.lv != making.formula.en
                        && codes.isSuperset(of: making.inputs ?? [])
                }
                return isMade == (isTold ?? false) ? "\(section.code).\(column.code)" : nil
            }
        }
    }
}

extension ReportRow {
    fileprivate func hasNumber(at index: Int) -> Bool {
        guard cells.indices.contains(index), case .number = cells[index] else { return false }
        return true
    }
}
