import Frame
import Kernel

/// What stacked parts show: the parts of one whole, or which part is the largest.
extension ChartFinding {
    /// The sentence of parts that stand on each other.
    func stack(_ codes: [String]) -> Text? {
        let columns = codes.compactMap(index)
        guard columns.count == codes.count, !columns.isEmpty else { return nil }
        if let total = section.total, let parts = parts(total, columns) {
            return whole(name(of: total), parts)
        }
        let rows = section.own.filter { !$0.isUnfinished }
        let known = rows.compactMap { parts($0, columns) }
        if rows.count == 1, let row = rows.first, let parts = known.first {
            return whole(name(of: row), parts)
        }
        var largest = [Int](repeating: 0, count: columns.count)
        for parts in known {
            let most = parts.map(\.number).max() ?? 0
            // Where two parts are alike large, or nothing is counted, none is the largest.
            let places = parts.indices.filter { parts[$0].number == most }
            if places.count == 1 { largest[places[0]] += 1 }
        }
        guard let most = largest.max(), most > 0, largest.filter({ $0 == most }).count == 1,
            let place = largest.firstIndex(of: most)
        else { return nil }
        let part = heading(columns[place])
        guard most < rows.count else {
            return Text(
                lv: "Visur lielākā daļa ir „\(part.lv)”.",
                en: "The largest part is “\(part.en)” everywhere."
            )
        }
        let noun = Noun(lv: "rindas", "rindām", en: "row", "rows").form(known.count)
        return Text(
            lv: "\(most) no \(known.count) \(noun.lv) lielākā daļa ir „\(part.lv)”.",
            en: "The largest part is “\(part.en)” in \(most) of \(known.count) \(noun.en)."
        )
    }

    private func parts(_ row: ReportRow, _ columns: [Int]) -> [Shown]? {
        let parts = columns.compactMap { shown(row, $0, name: heading($0)) }
        return parts.count == columns.count ? parts : nil
    }

    private func whole(_ name: Text, _ parts: [Shown]) -> Text? {
        let sum = parts.reduce(0) { $0 + $1.number }
        guard sum > 0 else { return nil }
        let told = parts.map { part -> Text in
            guard !part.isPercent, let share = Exact.divide(part.number, by: sum, decimals: 3) else {
                return Text(
                    lv: "\(part.name.lv) – \(part.words.lv)",
                    en: "\(part.name.en) – \(part.words.en)"
                )
            }
            let words = FaceValue.number(share, decimals: 1, percent: true).inBoth
            return Text(
                lv: "\(part.name.lv) – \(part.words.lv) (\(words.lv))",
                en: "\(part.name.en) – \(part.words.en) (\(words.en))"
            )
        }
        let (lv, en) = (told.map(\.lv).joined(separator: ", "), told.map(\.en).joined(separator: ", "))
        return Text(lv: "\(name.lv): \(lv).", en: "\(name.en): \(en).")
    }
}
