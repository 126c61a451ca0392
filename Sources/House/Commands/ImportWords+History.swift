package import Exchange
import Frame
internal import Kernel

extension ImportWords {
    /// All batches, one a line, the newest first: number, day, kind, what it did, state and files.
    package func history(_ batches: [BatchSummary]) -> String {
        guard !batches.isEmpty else {
            return Text(lv: "Importu vēl nav.", en: "There are no imports yet.")[language]
        }
        return batches.map { batch in
            [
                String(batch.id.rawValue), Format(language).moment(batch.appliedAt),
                title(ofFormat: batch.format), work(of: batch), state(of: batch), names(of: batch),
            ].joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// That a batch was taken back: of which files it was, and what that did, in the numbers of its page.
    package func undone(_ batch: BatchSummary) -> String {
        let format = Format(language)
        let added = format.integer(batch.added)
        let restored = format.integer(batch.changed + batch.removed)
        let (number, files) = (batch.id.rawValue, names(of: batch))
        return Text(
            lv: """
                Imports Nr. \(number) (\(files)) ir atsaukts; izņemtie ieraksti – \(added), atjaunotie – \
                \(restored). Failu var importēt vēlreiz.
                """,
            en: """
                Import no. \(number) (\(files)) was taken back; rows taken out: \(added), restored: \
                \(restored). The file can be imported again.
                """
        )[language]
    }

    private func work(of batch: BatchSummary) -> String {
        let changes = counted(changes: batch.added + batch.changed + batch.removed)[language]
        guard batch.notTaken > 0 else { return changes }
        let count = Format(language).integer(batch.notTaken)
        return changes + Text(lv: "; nav pārņemts: \(count)", en: "; not taken over: \(count)")[language]
    }

    private func state(of batch: BatchSummary) -> String {
        if let undone = batch.undoneAt {
            let moment = Format(language).moment(undone)
            return Text(lv: "atsaukts \(moment)", en: "undone \(moment)")[language]
        }
        return batch.canBeUndone
            ? Text(lv: "spēkā", en: "in force")[language]
            : Text(lv: "spēkā, vairs neatsaucams", en: "in force, for good")[language]
    }

    private func names(of batch: BatchSummary) -> String {
        batch.files.map(\.name).joined(separator: ", ")
    }
}
