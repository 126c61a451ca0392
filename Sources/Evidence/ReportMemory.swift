package import Frame
internal import Kernel

/// The answers of reports that stand still, remembered while the data of a tenant do: a meeting that looks at one
/// report together reads it once.
///
/// An answer belongs to the rights that it was given for: others with the very same share it, nobody else does.
package final class ReportMemory: AnswerMemory {
    private struct Key: Hashable {
        let tenant: TenantID
        let report: String
        let selection: Selection
        let rights: Rights
        let today: Day
    }

    private let version: Disclosure.DataVersion
    private let documents: Memory<Key, ReportDocument>

    /// A memory with room for some cells of tables, each some 200 bytes.
    package init(room: Int = 200_000, version: @escaping Disclosure.DataVersion) {
        self.version = version
        documents = Memory(room: room) { document in
            document.sections.reduce(50) { $0 + $1.columns.count * ($1.rows.count + 1) }
        }
    }

    package func answer(
        _ report: any Report.Type,
        _ id: String,
        _ question: Question,
        make: () throws -> ReportDocument
    ) throws -> ReportDocument {
        guard report.standsStill, let version = try version(question.tenant, question.connection) else {
            return try make()
        }
        let key = Key(
            tenant: question.tenant,
            report: id,
            selection: question.selection,
            rights: question.asker.rights(on: question.today),
            today: question.today
        )
        return try documents.value(key, version: version, make: make)
    }
}
