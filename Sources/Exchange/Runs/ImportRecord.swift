import Frame
import Kernel
import Storage

/// How far an import has come.
package enum ImportState: String, Sendable, SQLValue, SQLReadable {
    /// Its files are being read.
    case staging
    /// The plan waits for a person's word.
    case planned
    /// The plan is being carried out.
    case applying
    /// It became a batch.
    case applied
    /// It would change nothing.
    case unchanged
    /// It could not be read.
    case failed
    /// A person gave it up.
    case discarded
}

/// An import as the `state` store knows it.
struct ImportRecord: Sendable {
    let id: ImportID
    var state: ImportState
    var format: String
    var account: AccountID
    var startedAt: Instant
    var touchedAt: Instant
    var doneBytes: Int
    var allBytes: Int
    var lines: Int
    var dataMark: String
    var batch: BatchID
    /// Who reads it: a machine and a process; see ``ReadingProcess``.
    var reader: String
    /// How often it was taken up again: what an earlier reader still writes is refused.
    var turn: Int
    var order: ImportOrder
    var plan: StoredPlan?
}

/// What was asked and understood; sealed, for paths and constants may name people.
struct ImportOrder: Sendable, Codable {
    var request: ImportRequest
    var mapping: Mapping
    var files: [FileMark]
    var accountName: String
    /// The names of each file's sheets; nil in imports that began before they were kept.
    var sheets: [[String]]?
}

/// The plan with what applying it needs; sealed, for samples show data.
struct StoredPlan: Sendable, Codable {
    var plan: ImportPlan
    var coverage: [String: Set<[Int64]>]
    /// The headings of each sheet, by its packed place.
    var headings: [Int: [String]]
}
