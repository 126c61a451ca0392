import Frame
import Kernel

/// What one sees in the picture of a section, in a sentence with its numbers.
///
/// It is made of the section's own cells after disclosure control, so it tells nothing that the table does not show.
/// Pupils and teachers are not put in an order: of them it says from where to where the numbers reach.
struct ChartFinding {
    let section: ReportSection

    var words: Text? {
        guard let found, isUnfinished else { return found }
        return found
            + Text(
                lv: " Pēdējais mācību gads nav noslēdzies, tāpēc te nav salīdzināts.",
                en: " The last school year is not over, so that it is not compared here."
            )
    }

    /// Whether the picture has a year that is not over: three months of it would be the lowest of all years.
    private var isUnfinished: Bool {
        let drawn: [String] =
            switch section.chart {
            case .lines(let columns), .timeline(let columns, _, _): columns
            default: []
            }
        return section.rows.contains(where: \.isUnfinished)
            || section.columns.contains { $0.isUnfinished && drawn.contains($0.code) }
    }

    private var found: Text? {
        switch section.chart {
        case nil: nil
        case .bars(let column): bars(column)
        // Each of its pictures has a sentence of its own.
        case .barsOfEach: nil
        case .stack(let columns, _, _): stack(columns)
        case .lines(let columns): lines(columns)
        case .timeline(let columns, _, _): lines(columns)
        case .scatter(let x, let y): scatter(x, y)
        }
    }

    /// A number that is shown, and whose it is.
    private struct Shown {
        let name: Text
        let number: Int
        let isPercent: Bool
        let words: Text
    }

    private func index(_ code: String) -> Int? { section.columns.firstIndex { $0.code == code } }

    private func heading(_ column: Int) -> Text { section.columns[column].heading }

    private func shown(_ row: ReportRow, _ column: Int, name: Text? = nil) -> Shown? {
        guard row.cells.indices.contains(column) else { return nil }
        let value = FaceValue(row.cells[column])
        guard case .number(let number, _, let isPercent) = value else { return nil }
        return Shown(
            name: name ?? row.name,
            number: number,
            isPercent: isPercent,
            words: value.inBoth
        )
    }

    /// Members without the means of others that stand below them to be compared with, and without targets.
    private var members: [ReportRow] {
        let members = section.rows.filter { $0.member != nil }
        return members.isEmpty
            ? section.own.filter { $0.benchmark != .target && !$0.isUnfinished } : members
    }

    private var isAboutPersons: Bool {
        section.rows.contains { !$0.persons.isEmpty || $0.member == .pupil || $0.member == .teacher }
    }

    // MARK: Bars

    private func bars(_ code: String) -> Text? {
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

    // MARK: Stacked parts

    private func stack(_ codes: [String]) -> Text? {
        let columns = codes.compactMap(index)
        guard columns.count == codes.count, !columns.isEmpty else { return nil }
        if let total = section.total, let parts = parts(total, columns) { return whole(total.name, parts) }
        let rows = section.own.filter { !$0.isUnfinished }
        let known = rows.compactMap { parts($0, columns) }
        if rows.count == 1, let row = rows.first, let parts = known.first {
            return whole(row.name, parts)
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

    // MARK: Lines

    private func lines(_ codes: [String]) -> Text? {
        let columns = codes.compactMap(index).filter { !section.columns[$0].isUnfinished }
        let lines = members.map { row -> LineFinding.Ends in
            let ends = columns.map { column in
                shown(row, column, name: heading(column)).map {
                    LineFinding.End($0.number, $0.words, at: $0.name)
                }
            }
            return (row.name, ends)
        }
        return LineFinding(lines, naming: !isAboutPersons).words
    }

    // MARK: Points

    private func scatter(_ x: String, _ y: String) -> Text? {
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

extension FaceValue {
    /// What people read, in both languages.
    fileprivate var inBoth: Text { Text(lv: words(.lv), en: words(.en)) }
}

extension ReportRow {
    /// What its first cell says.
    fileprivate var name: Text { cells.first.map { FaceValue($0).inBoth } ?? Text(same: "") }

    /// What its first cell names, where it is a member of something.
    fileprivate var member: Dimension? {
        guard case .member(let dimension, _, _)? = cells.first else { return nil }
        return dimension
    }
}
