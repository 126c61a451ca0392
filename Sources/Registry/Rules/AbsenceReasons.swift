package import Evidence
package import Kernel

/// Why pupils miss lessons, as the tenant has the reasons, by the numbers that lessons hold.
package struct AbsenceReasons: Sendable {
    /// One reason.
    package struct Reason: Sendable {
        /// Its number.
        package let number: Int
        /// The kind that lessons missed for it count as.
        package let kind: AbsenceKind
        /// What people call it.
        package let words: Text
        /// The last day on which it may be given; nil while there is none.
        package let to: Day?
    }

    private let byNumber: [Int: Reason]
    /// Numbers by what files write of a reason, without marks of letters.
    private let byText: [String: Int]

    /// The reasons of some code lists; of a code with several periods the latest.
    package init(_ lists: CodeLists) {
        var byNumber: [Int: Reason] = [:]
        var byText: [String: Int] = [:]
        for item in lists.all(CodeLists.absenceReasons) {
            guard let number = Int(item.code), let kind = AbsenceKind(rawValue: item.kind) else { continue }
            byNumber[number] = Reason(number: number, kind: kind, words: item.words, to: item.to)
            for text in [item.words.lv, item.words.en] { byText[LatvianKey.search(text)] = number }
        }
        // What nobody wrote means none.
        byText[""] = nil
        self.byNumber = byNumber
        self.byText = byText
    }

    /// The reason of a number, also one that is not given any more.
    package func reason(_ number: Int) -> Reason? { byNumber[number] }

    /// The reason that words mean, in either language; nil where they mean none.
    package func named(_ words: String) -> Reason? {
        byText[LatvianKey.search(words)].flatMap { byNumber[$0] }
    }

    /// The reason that a text of a column of reasons means: its number or its words.
    package func written(_ text: String) -> Reason? {
        if let number = Int(text), let reason = byNumber[number] { return reason }
        return named(text)
    }

    /// The reasons that may be given on a day, as a file writes them: „1 – Slimība (ārsta izziņa)”.
    package func choices(on day: Day) -> Text {
        let given = byNumber.values.filter { $0.holds(on: day) }.sorted { $0.number < $1.number }
        return Text(
            lv: given.map { "\($0.number) – \($0.words.lv)" }.joined(separator: "; "),
            en: given.map { "\($0.number) – \($0.words.en)" }.joined(separator: "; ")
        )
    }
}

extension AbsenceReasons.Reason {
    /// Whether it may be given to a lesson of a day.
    ///
    /// Only the end is looked at: a reason that a board adds today serves for lessons of last year that are imported with
    /// it.
    package func holds(on day: Day) -> Bool { to.map { day <= $0 } ?? true }
}
