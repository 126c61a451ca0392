internal import Frame
internal import Kernel
internal import Registry

/// The index of each institution by both rules.
struct IndexTable {
    private let question: Question
    private let rule: ExamIndexRule
    /// In per cent.
    private let threshold: Int
    private let exams: IndexExams

    init(_ question: Question, _ rule: ExamIndexRule, threshold: Int) throws {
        self.question = question
        self.rule = rule
        self.threshold = threshold
        exams = try IndexExams(question, question.selection, rule)
    }

    private var institutions: [Int] {
        question.members.sorted(.institution, exams.byInstitution.keys.filter { $0 > 0 })
    }

    private var other: ExamIndexRule.Aggregator { rule.aggregator == .mean ? .minimum : .mean }

    /// How many institutions stay below the threshold, as far as their index is known.
    var finding: Text? {
        let known = institutions.compactMap { index(of: $0, rule.aggregator) }
        guard !known.isEmpty else { return nil }
        let below = known.count { !reaches($0) }
        // Of a single institution "1 of 1" is no sentence.
        guard known.count > 1 else {
            return below > 0
                ? Text(lv: "Indekss ir zem \(threshold)\u{a0}%", en: "The index is below \(threshold)%")
                : Text(lv: "Indekss sasniedz \(threshold)\u{a0}%", en: "The index reaches \(threshold)%")
        }
        let all = IndexTable.institutions.counted(known.count)
        return Text(
            lv: "Indekss zem \(threshold)\u{a0}% ir \(below) no \(all.lv) tas zināms",
            en: "The index is below \(threshold)% in \(below) of the \(all.en) where it is known"
        )
    }

    /// Behind "no", and with the word that goes on: of 21 institutions it is one.
    private static let institutions = Noun(
        lv: "iestādes, kurai",
        "iestādēm, kurām",
        en: "institution",
        "institutions"
    )

    /// A row for each institution.
    var section: ReportSection {
        ReportSection(
            columns: columns,
            rows: institutions.map(row),
            chart: .bars(column: "index")
        )
    }

    /// What the index hangs on.
    var sensitivity: ReportSection {
        IndexSensitivity(question: question, rule: rule, threshold: threshold, exams: exams)
            .section(institutions)
    }

    private var columns: [ReportColumn] {
        let institution = Text(lv: "Izglītības iestāde", en: "Institution")
        var columns = [ReportColumn("institution", institution, .words)]
        for exam in 1...3 {
            let words = exams.words[exam] ?? Text(same: "–")
            columns.append(ReportColumn("exam\(exam)", words + Text(same: ", %")).made(WorkMaking.exam))
        }
        let index = Text(lv: "Indekss, %", en: "Index, %") + named(rule.aggregator)
        columns.append(ReportColumn("index", index).made(WorkMaking.index(rule.aggregator)))
        let least = Text(lv: "Slieksnis \(threshold)\u{a0}%", en: "Threshold \(threshold)%")
        columns.append(ReportColumn("threshold", least, .words))
        let whatIf = Text(lv: "Pēc otra noteikuma, %", en: "By the other rule, %") + named(other)
        columns.append(ReportColumn("what_if", whatIf).made(WorkMaking.index(other)))
        let exempt = ReportColumn("exempt", Text(lv: "Atbrīvojumi", en: "Exemptions"), optional: true)
        columns.append(exempt.made(WorkMaking.exempt))
        columns.append(ReportColumn("completeness", Text(lv: "Pilnīgums", en: "Completeness"), .words))
        return columns
    }

    private func named(_ aggregator: ExamIndexRule.Aggregator) -> Text {
        Text(same: " (") + IndexTable.named(aggregator) + Text(same: ")")
    }

    /// What a rule makes of three means, in a word.
    static func named(_ aggregator: ExamIndexRule.Aggregator) -> Text {
        switch aggregator {
        case .mean: Text(lv: "vidējais", en: "mean")
        case .minimum: Text(lv: "zemākais", en: "lowest")
        }
    }

    private func row(_ institution: Int) -> ReportRow {
        let own = exams.byInstitution[institution] ?? [:]
        let index = index(of: institution, rule.aggregator)
        let name = question.members.name(.institution, institution)
        var row = ReportRow(
            [.member(.institution, institution, name)]
                + (1...3).map { own[$0]?.cell ?? .unknown }
                + [
                    IndexTable.cell(index, own), index.map { .words(verdict($0)) } ?? .unknown,
                    IndexTable.cell(self.index(of: institution, other), own),
                    exams.exemptions(of: institution),
                    .words(completeness(institution)),
                ]
        )
        // Of an index that is shown the sums follow from what each examination's own number leads to.
        if index != nil { row.parts = (1...3).flatMap { parts($0, own[$0]?.sum) } }
        return row
    }

    /// The sum of per cents of an examination and how many results it is of.
    private func parts(_ exam: Int, _ sum: Tally?) -> [NumberPart] {
        guard let sum else { return [] }
        let name = exams.words[exam] ?? Text(same: "–")
        return [
            NumberPart(
                name + Text(lv: ": rezultātu procentu summa", en: ": sum of per cents"),
                sum.numerator,
                decimals: 2
            ),
            NumberPart(name + Text(lv: ": rezultāti", en: ": results"), sum.denominator),
        ]
    }

    /// The index as numerator and denominator; nil where one of the examinations is not known or not shown.
    private func index(of institution: Int, _ aggregator: ExamIndexRule.Aggregator) -> Tally? {
        let sums = (1...3).compactMap { exams.byInstitution[institution]?[$0]?.sum }
        return sums.count == 3 ? Tally.index(sums, aggregator) : nil
    }

    /// The index; hidden where an examination is, unknown where one is.
    static func cell(_ index: Tally?, _ own: [Int: IndexExams.Exam]) -> ReportCell {
        guard let index else {
            let hidden = own.values.flatMap(\.figures).first(where: \.isHidden)
            return hidden.map { .figure($0) } ?? .unknown
        }
        return Exact.divide(index.numerator, by: index.denominator * 10).map { .number($0, decimals: 1) }
            ?? .unknown
    }

    private func reaches(_ index: Tally) -> Bool {
        index.numerator >= threshold * 100 * index.denominator
    }

    private func verdict(_ index: Tally) -> Text {
        reaches(index) ? Text(lv: "sasniegts", en: "reached") : Text(lv: "nav sasniegts", en: "not reached")
    }

    private func completeness(_ institution: Int) -> Text {
        let absent = 3 - (exams.byInstitution[institution] ?? [:]).count
        var gaps: [Text] = []
        if absent > 0 {
            gaps.append(Text(lv: "trūkst eksāmena", en: "an examination is missing"))
        }
        if (exams.byInstitution[institution] ?? [:]).values.contains(where: \.isPublished) {
            gaps.append(Text(lv: "pēc publicētajiem datiem", en: "from published data"))
        }
        switch exams.gaps[institution] {
        case nil: break
        case .marks(let count):
            gaps.append(
                Text(
                    lv: "trūkst atbrīvoto vērtējumu: \(count)",
                    en: "marks of exempt pupils missing: \(count)"
                )
            )
        case .reader:
            gaps.append(Text(lv: "atbrīvotie nav ieskaitīti", en: "exempt pupils are not counted in"))
        }
        guard let first = gaps.first else { return Text(lv: "pilns", en: "complete") }
        let partial = Text(lv: "daļējs: ", en: "partial: ")
        return gaps.dropFirst().reduce(partial + first) { $0 + Text(same: "; ") + $1 }
    }
}

extension Tally {
    /// One number of three means, each a sum of hundredths over its count: their mean, or the lowest, exactly.
    static func index(_ means: [Tally], _ aggregator: ExamIndexRule.Aggregator) -> Tally? {
        switch aggregator {
        case .minimum:
            // a/b < c/d is a·d < c·b; sums of a school's pupils are far from overflowing.
            return means.min { $0.numerator * $1.denominator < $1.numerator * $0.denominator }
        case .mean:
            let common = means.reduce(1) { $0 * $1.denominator }
            let sum = means.reduce(0) { $0 + $1.numerator * (common / $1.denominator) }
            return Tally(sum, over: common * means.count)
        }
    }
}
