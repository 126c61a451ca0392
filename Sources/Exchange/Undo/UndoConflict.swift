package import Frame
import Kernel

/// Rows that stand in the way of taking a batch back.
package struct UndoConflict: Sendable, Hashable {
    /// What stands in the way.
    package enum Kind: Sendable, Hashable {
        /// The row was changed or removed by a later batch or by hand.
        case changed
        /// The row is not there any more, or is there again.
        case moved
        /// Other rows refer to the row.
        case referred
        /// The row was put aside when two numbers of a pupil became one.
        case merged
    }

    /// What stands in the way.
    package var kind: Kind
    /// The table of the row.
    package var table: String
    /// The key of the row.
    package var key: [Int]
    /// The later batch, where one is known; nil for an edit by hand.
    package var batch: BatchID?
    /// The table that refers to the row.
    package var from: String?
}

extension Refusal {
    /// A batch cannot be taken back: what stands in the way, grouped, and what to do first.
    static func undo(_ conflicts: [UndoConflict], _ house: HouseBook) -> Refusal {
        var groups: [Text: Int] = [:]
        for conflict in conflicts { groups[conflict.words(house), default: 0] += 1 }
        let parts = groups.sorted { $0.key.lv < $1.key.lv }
        let lv = parts.map { "\($0.key.lv): \(Format(.lv).integer($0.value))" }.joined(separator: "; ")
        let en = parts.map { "\($0.key.en): \(Format(.en).integer($0.value))" }.joined(separator: "; ")
        let later = Set(conflicts.compactMap(\.batch)).sorted(by: >).map { String($0.rawValue) }
        let isMerged = conflicts.contains { $0.kind == .merged }
        return Refusal(
            .conflict,
            Text(
                lv: "Importu nevar atsaukt, jo tā rindas vēlāk mainītas; nekas nav mainīts. \(lv)",
                en: "The import cannot be undone, for its rows were changed later; nothing was changed. \(en)"
            ),
            advice: undoAdvice(later, isMerged: isMerged)
        )
    }

    /// What to do first.
    private static func undoAdvice(_ later: [String], isMerged: Bool) -> Text {
        guard later.isEmpty else {
            let list = later.joined(separator: ", ")
            return Text(
                lv: "Vispirms atsauciet vēlākos importus, jaunāko pirmo: \(list).",
                en: "First undo the later imports, the newest first: \(list)."
            )
        }
        guard isMerged else {
            return Text(
                lv: "Atceliet šos labojumus ar roku vai importējiet labotu failu.",
                en: "Take these edits back by hand, or import a corrected file."
            )
        }
        return Text(
            lv: "Vispirms atdaliet apvienotos izglītojamos; pēc atsaukšanas tos var apvienot vēlreiz.",
            en: "Part the pupils who were joined first; they can be joined again after the undo."
        )
    }
}

extension UndoConflict {
    /// The rows with what stands in the way of theirs.
    func words(_ house: HouseBook) -> Text {
        let name = house.words(table)
        let cause =
            batch.map { Text(lv: "imports Nr. \($0.rawValue)", en: "import no. \($0.rawValue)") }
            ?? Text(lv: "labots ar roku", en: "edited by hand")
        switch kind {
        case .merged:
            return name + Text(lv: " (izglītojamie apvienoti)", en: " (pupils were joined)")
        case .changed, .moved: return name + Text(same: " (") + cause + Text(same: ")")
        case .referred:
            let other = house.words(from ?? "")
            return name + Text(lv: " (uz tiem atsaucas: ", en: " (referred to by: ") + other + Text(same: ")")
        }
    }
}

extension HouseBook {
    /// What the rows of a table are called.
    func words(_ table: String) -> Text {
        facts.first { $0.name.text == table }?.noun.plural
            ?? registers.first { $0.name.text == table }?.noun.plural
            ?? Text(same: table)
    }
}
