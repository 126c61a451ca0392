package import Kernel

/// What one sees in lines side by side, in a sentence with its numbers: how many rise and fall, and which changed most.
///
/// Charts of reports and of pages say it with the same words.
package struct LineFinding: Sendable {
    /// A number at one end of a line.
    package struct End: Sendable {
        let number: Int
        let words: Text
        let place: Text

        /// A number in the units of the chart, what people read of it, and where it stands: a month, a term.
        package init(_ number: Int, _ words: Text, at place: Text) {
            self.number = number
            self.words = words
            self.place = place
        }
    }

    /// A line from its first known number to its last.
    package struct Line: Sendable {
        let name: Text
        let from: End
        let to: End
        var by: Int { to.number - from.number }

        /// A line by whose it is and the numbers known of it, in their order; none where fewer than two are known.
        package init?(_ name: Text, _ known: [End]) {
            guard known.count > 1, let first = known.first, let last = known.last else { return nil }
            self.name = name
            from = first
            to = last
        }
    }

    /// A line by whose it is and its numbers in the order of the columns, nil where none is shown.
    package typealias Ends = (name: Text, ends: [End?])

    let lines: [Line]
    let names: Bool

    /// The finding of lines that end together, at the last place of which any number is shown.
    ///
    /// A line that ends before it, as its last number is hidden or not known, tells of another time and is left out.
    package init(_ lines: [Ends], naming names: Bool) {
        let last = lines.compactMap { $0.ends.lastIndex { $0 != nil } }.max()
        let together = lines.filter { line in
            line.ends.lastIndex { $0 != nil } == last
        }
        self.init(together.compactMap { Line($0.name, $0.ends.compactMap { $0 }) }, naming: names)
    }

    /// The finding of lines; `naming` says whether the one that changed most may be named, which persons are not.
    package init(_ lines: [Line], naming names: Bool) {
        self.lines = lines
        self.names = names
    }

    /// The sentence; nil where there is no line.
    package var words: Text? {
        guard let widest = lines.max(by: { abs($0.by) < abs($1.by) }) else { return nil }
        let (from, to) = (widest.from, widest.to)
        if lines.count == 1 {
            return Text(
                lv:
                    "\(widest.name.lv): no \(from.words.lv) (\(from.place.lv)) līdz \(to.words.lv) (\(to.place.lv)).",
                en:
                    "\(widest.name.en): from \(from.words.en) (\(from.place.en)) to \(to.words.en) (\(to.place.en))."
            )
        }
        let up = lines.filter { $0.by > 0 }.count
        let down = lines.filter { $0.by < 0 }.count
        let same = lines.count - up - down
        let sums = Text(
            lv:
                "No pirmās līdz pēdējai zināmajai vērtībai: pieaug \(up), samazinās \(down), nemainās \(same).",
            en: "From the first known value to the last: \(up) rise, \(down) fall, \(same) stay."
        )
        guard widest.by != 0, names else { return sums }
        let largest = Text(
            lv: "Lielākā pārmaiņa – \(widest.name.lv): no \(from.words.lv) līdz \(to.words.lv).",
            en: "The largest change – \(widest.name.en): from \(from.words.en) to \(to.words.en)."
        )
        return Text(lv: "\(sums.lv) \(largest.lv)", en: "\(sums.en) \(largest.en)")
    }
}
