import Frame
import Kernel

/// What points show: from where to where they reach.
extension ChartFinding {
    /// The sentence of points by two columns.
    func scatter(_ x: String, _ y: String) -> Text? {
        guard let across = index(x), let up = index(y) else { return nil }
        var (wide, high): ([Shown], [Shown]) = ([], [])
        for row in section.rows {
            guard let first = shown(row, across), let second = shown(row, up) else { continue }
            wide.append(first)
            high.append(second)
        }
        guard let wideSpan = span(wide), let highSpan = span(high) else { return nil }
        let (left, right) = (heading(across), heading(up))
        return Text(
            lv: "Punktu skaits: \(wide.count). \(left.lv): \(wideSpan.lv); \(right.lv): \(highSpan.lv).",
            en: "Points: \(wide.count). \(left.en): \(wideSpan.en); \(right.en): \(highSpan.en)."
        )
    }

    private func span(_ shown: [Shown]) -> Text? {
        guard let least = shown.min(by: { $0.number < $1.number }),
            let most = shown.max(by: { $0.number < $1.number })
        else { return nil }
        return Text(
            lv: "no \(least.words.lv) līdz \(most.words.lv)",
            en: "from \(least.words.en) to \(most.words.en)"
        )
    }
}
