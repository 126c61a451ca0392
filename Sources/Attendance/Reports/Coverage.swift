internal import Evidence
internal import Frame
internal import Kernel

/// For how many of the lessons attendance is known: a rate of a tenth of the lessons looks like one of them all.
///
/// The column stands on a phone too where something is not known, and a note tells where much is not. Both go by what the
/// reader sees, as either would tell of hidden figures otherwise.
struct Coverage {
    /// Below this part of the lessons, in per cent, a note tells how many were not recorded.
    private static let ample = 90

    private let lessons: LessonColumn
    private let question: Question
    private let dimension: Dimension
    private let seen: [Int: Tally]
    private let seenWhole: Tally?

    /// The coverage of members by a measure of it, which is another one for rates than for counts; see ``LessonColumn`` for
    /// people.
    init(
        _ measure: AbsenceMeasure,
        _ question: Question,
        over dimension: Dimension,
        countsPeople: Bool = true
    ) throws {
        self.question = question
        self.dimension = dimension
        let lessons = try LessonColumn(
            measure,
            question,
            over: dimension,
            countsPeople: countsPeople
        )
        self.lessons = lessons
        let keys = lessons.figures.keys.sorted()
        let shown = try question.shown(keys.compactMap { lessons.figures[$0] } + [lessons.whole])
        seen = zip(keys, shown).reduce(into: [:]) { seen, element in seen[element.0] = element.1.tally }
        seenWhole = shown.last?.tally
    }

    /// The members of whose lessons a source tells anything that the measure counts.
    var members: [Int] { lessons.members }

    /// The column, optional where everything is known.
    var column: ReportColumn {
        let tallies = Array(seen.values) + [seenWhole].compactMap { $0 }
        return ReportColumn(
            "known_for",
            Text(lv: "Ziņas ir par", en: "Known for"),
            optional: !tallies.contains { $0.numerator < $0.denominator }
        )
    }

    /// The cell of a member.
    func cell(_ member: Int) -> ReportCell { lessons.cell(member) }

    /// The cell of all members.
    var total: ReportCell { lessons.total }

    /// Of how many lessons nobody knows who was present, where that is much for any of the members of the table.
    func notes(_ rows: [Int]) -> [Text] {
        let few = rows.filter { member in seen[member].map(Coverage.isLittle) ?? false }
        let least = few.min { one, other in
            guard let left = seen[one], let right = seen[other] else { return false }
            return left.numerator * right.denominator < right.numerator * left.denominator
        }
        guard least != nil || seenWhole.map(Coverage.isLittle) ?? false else { return [] }
        var notes: [Text] = []
        if let whole = seenWhole.flatMap(Coverage.missing) {
            notes.append(
                Text(
                    lv: "Par \(whole.lv) stundu klātbūtnes ziņu nav.",
                    en: "Who was present is not known for \(whole.en) of lessons."
                )
            )
        }
        // A single row says what all together do.
        if rows.count > 1 || notes.isEmpty, let least, let part = seen[least].flatMap(Coverage.missing) {
            let name = question.members.name(dimension, least)
            notes.append(
                Text(
                    lv: "Vismazāk ziņu: \(name.lv) – klātbūtnes ziņu nav par \(part.lv) stundu.",
                    en: "Least is known of \(name.en): nothing of who was present in \(part.en) of lessons."
                )
            )
        }
        return notes
    }

    private static func isLittle(_ tally: Tally) -> Bool {
        tally.numerator * 100 < tally.denominator * ample
    }

    /// The part that is not known, as people write it.
    private static func missing(_ tally: Tally) -> Text? {
        let left = tally.denominator - tally.numerator
        guard left > 0, let share = Exact.divide(left, by: tally.denominator, decimals: 3) else { return nil }
        return Text(lv: Format(.lv).percent(share, 1), en: Format(.en).percent(share, 1))
    }
}
