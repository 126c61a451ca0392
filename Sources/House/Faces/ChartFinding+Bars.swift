import Frame
import Kernel

/// What bars show: the highest and the lowest, what is not shown, and the target.
extension ChartFinding {
    /// The sentence of the bars of a column.
    func bars(_ code: String) -> Text? {
        guard let column = index(code) else { return nil }
        let shown = members.compactMap { self.shown($0, column) }
        guard let most = shown.max(by: { $0.number < $1.number }),
            let least = shown.min(by: { $0.number < $1.number })
        else { return nil }
        let told = told(most, least, shown)
        let hidden = members.filter { FaceValue($0.cells[column]) == .hidden }.count
        let rest =
            hidden == 0 ? Text(same: "") : Text(lv: " Nav parādīti: \(hidden).", en: " Not shown: \(hidden).")
        let (heading, aim) = (self.heading(column), self.aim(column))
        return Text(
            lv: "\(heading.lv): \(told.lv).\(aim.lv)\(rest.lv)",
            en: "\(heading.en): \(told.en).\(aim.en)\(rest.en)"
        )
    }

    /// The target that is drawn across the bars.
    private func aim(_ column: Int) -> Text {
        let aims = section.rows.filter { $0.benchmark == .target }
        guard let aim = aims.lazy.compactMap({ shown($0, column) }).first else { return Text(same: "") }
        return Text(lv: " Mērķis – \(aim.words.lv).", en: " Target – \(aim.words.en).")
    }

    private func told(_ most: Shown, _ least: Shown, _ shown: [Shown]) -> Text {
        guard most.number != least.number else {
            if shown.count > 1 {
                return Text(lv: "visur \(most.words.lv)", en: "\(most.words.en) everywhere")
            }
            guard !isAboutPersons else { return most.words }
            return Text(
                lv: "\(most.name.lv) – \(most.words.lv)",
                en: "\(most.name.en) – \(most.words.en)"
            )
        }
        guard !isAboutPersons else {
            return Text(
                lv: "no \(least.words.lv) līdz \(most.words.lv)",
                en: "from \(least.words.en) to \(most.words.en)"
            )
        }
        let (top, bottom) = (named(most, shown), named(least, shown))
        return Text(
            lv: "lielākā vērtība – \(top.lv), mazākā – \(bottom.lv)",
            en: "highest – \(top.en), lowest – \(bottom.en)"
        )
    }

    /// A name with its number, and how many others have the same.
    private func named(_ one: Shown, _ shown: [Shown]) -> Text {
        let others = shown.filter { $0.number == one.number }.count - 1
        let more = others == 0 ? Text(same: "") : Text(lv: " un vēl \(others)", en: " and \(others) more")
        return Text(
            lv: "\(one.name.lv)\(more.lv) (\(one.words.lv))",
            en: "\(one.name.en)\(more.en) (\(one.words.en))"
        )
    }
}
