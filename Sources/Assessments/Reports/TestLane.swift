internal import Frame
internal import Kernel

/// Tests of several years that follow one another: one a year at most, in a subject and grade.
struct TestLane {
    /// The work of each year; nil where there was none.
    let works: [Work?]

    /// The lanes of some years, by grade and subject.
    ///
    /// Tests of a subject and grade follow one another, whatever their kind; where a year has two levels, each level
    /// is a lane, and where it has two kinds, each kind.
    static func all(_ years: [YearOfTests], _ names: any MemberNames) -> [TestLane] {
        let perYear = years.map { Array($0.results.keys) }
        let topics = Dictionary(grouping: perYear.flatMap { $0 }) { [$0.grade, $0.subject] }
        let lanes = topics.values.flatMap { topic -> [TestLane] in
            let wanted = Set(topic)
            return split(
                perYear.map { $0.filter(wanted.contains) },
                by: [{ $0.level.rawValue }, { $0.member }]
            )
        }
        let order = lanes.compactMap(\.latest).ordered(names)
        let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        return lanes.sorted { left, right in
            (left.latest.flatMap { places[$0] } ?? 0) < (right.latest.flatMap { places[$0] } ?? 0)
        }
    }

    private static func split(_ years: [[Work]], by ways: [(AssessmentSort) -> Int]) -> [TestLane] {
        guard years.contains(where: { $0.count > 1 }), let way = ways.first else {
            return [TestLane(works: years.map(\.first))]
        }
        let members = Set(years.flatMap { $0.map { way($0.sort) } }).sorted()
        return members.flatMap { member in
            split(years.map { $0.filter { way($0.sort) == member } }, by: Array(ways.dropFirst()))
        }
    }

    /// The work of the latest year that has one.
    var latest: Work? { works.last { $0 != nil } ?? nil }

    /// What the row is called: the topic of the latest work, without its level where the level changed.
    func topic(_ names: any MemberNames) -> Text {
        guard let latest else { return Text(same: "") }
        let levels = Set(works.compactMap { $0?.sort.level })
        guard levels.count > 1 else { return latest.topic(names) }
        return Work(AssessmentSort(latest.sort.kind, .none), subject: latest.subject, grade: latest.grade)
            .topic(names)
    }

    /// Whether the years can be compared, or why not.
    func comparability(_ years: [YearOfTests]) -> Text {
        let held = zip(years, works).compactMap { year, work in work.map { (year: year, work: $0) } }
        guard held.count > 1 else { return Text(lv: "tikai viens gads", en: "one year only") }
        var changes: [Text] = []
        if Set(held.map(\.work.sort.kind)).count > 1 {
            changes.append(Text(lv: "mainīts darba veids", en: "another kind of test"))
        }
        if Set(held.map(\.work.sort.level)).count > 1 {
            changes.append(Text(lv: "mainīts līmenis", en: "another level"))
        }
        let thresholds = held.compactMap { $0.year.threshold($0.work) }
        if Set(thresholds).count > 1 {
            let steps = thresholds.reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
            let words = steps.map(String.init).joined(separator: " → ")
            changes.append(
                Text(lv: "mainīts slieksnis (\(words)\u{a0}%)", en: "another threshold (\(words)%)")
            )
        }
        let remote = held.filter { $0.year.isRemote($0.work) }.map { Format(.lv).schoolYear($0.year.year) }
        if let year = remote.first {
            changes.append(Text(lv: "\(year) attālināti", en: "remote in 2020/2021"))
        }
        guard let first = changes.first else { return Text(lv: "salīdzināmi", en: "comparable") }
        return changes.dropFirst().reduce(first) { $0 + Text(same: "; ") + $1 }
    }
}
