import Access
package import Frame
package import Kernel
import Storage

/// Changes code lists: the one operation under the pages and the command.
///
/// A code is never changed and never removed, as data name it; its words, place and last day are.
package struct CodeEditor: Sendable {
    private let desk: Desk

    /// An editor at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// The items of a list in their order, with those that are no longer in use.
    package func items(_ list: String) async throws -> [CodeRecord] {
        let (tenant, list) = (desk.tenant, try CodeListKind.named(list).name)
        return try await desk.database.data.read { try CodeRecord.all(list, tenant, $0) }
    }

    /// How many items each list has on a day.
    package func counts(on day: Day) async throws -> [(list: CodeListKind, count: Int)] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try CodeListKind.all.map { kind in
                (kind, try CodeRecord.all(kind.name, tenant, connection).count { $0.holds(on: day) })
            }
        }
    }

    /// The changes of an item, the latest first.
    package func history(_ list: String, _ code: String) async throws -> [RegisterChange] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try RegisterHistory.changes(.codeLists, CodeRecord.row(list, code), tenant, connection)
        }
    }

    /// Changes an item that was read at a version.
    ///
    /// Throws ``FieldErrors``, and `Conflict` where somebody else was first.
    @discardableResult
    package func change(
        _ list: String,
        _ code: String,
        version: Int,
        _ texts: EditTexts
    ) async throws -> CodeRecord {
        try await edit(list) { write in
            guard let old = write.items.first(where: { $0.item.code == code }) else {
                throw Refusal.noSuchPage
            }
            let new = try write.draft(texts, code: code, from: old.item.from, old: old.item)
            return try write.replace(old, by: new, version: version)
        }
    }

    /// Adds a code to a list that is open to additions, from a day on.
    ///
    /// Throws ``FieldErrors`` together with what a page found wrong before.
    @discardableResult
    package func add(
        _ list: String,
        _ code: String,
        from: Day,
        _ texts: EditTexts,
        besides found: FieldErrors = FieldErrors()
    ) async throws -> CodeRecord {
        try await edit(list) { write in
            guard write.kind.isOpen else { throw Refusal.closedList(write.kind) }
            let new = try write.draft(texts, code: code, from: from, old: nil, besides: found)
            return try write.insert(new)
        }
    }

    /// Puts back what an item held before one of its changes.
    package func restore(_ list: String, _ code: String, change: Int, version: Int) async throws {
        let tenant = desk.tenant
        let before = try await desk.database.data.read { connection in
            try RegisterHistory.before(change, .codeLists, CodeRecord.row(list, code), tenant, connection)
        }
        try await self.change(list, code, version: version, before)
    }

    /// Sets some answers of an item and leaves the others; a code that the list does not have is added from today.
    ///
    /// The command `codes set`. Throws a refusal that names the answers which cannot be kept.
    @discardableResult
    package func set(_ list: String, _ code: String, _ answers: EditTexts) async throws -> CodeRecord {
        let items = try await items(list)
        do {
            try FieldErrors.checkNames(answers, among: CodeListKind.named(list).newFields)
            if let item = items.first(where: { $0.item.code == code }) {
                return try await change(
                    list,
                    code,
                    version: item.version,
                    item.texts.setting(answers)
                )
            }
            let last = items.map(\.item.position).max() ?? 0
            let texts = ["position": String(last + 1)].setting(answers)
            return try await add(list, code, from: desk.today, texts)
        } catch let errors as FieldErrors {
            throw errors.refusal
        }
    }

    private func edit<T: Sendable>(
        _ list: String,
        _ body: @escaping @Sendable (CodeWriter) throws -> T
    ) async throws -> T {
        try desk.require(.administer, in: .tenant)
        let kind = try CodeListKind.named(list)
        let desk = desk
        return try await desk.writeAndRecord { try body(CodeWriter(kind, desk, $0)) }
    }
}

extension Refusal {
    static func closedList(_ list: CodeListKind) -> Refusal {
        Refusal(
            .conflict,
            Text(
                lv: "Klasifikatoru „\(list.title.lv)” nevar papildināt.",
                en: "Nothing can be added to the code list “\(list.title.en)”."
            ),
            advice: Text(
                lv: "Sistēma katru tā vērtību pazīst pēc koda; mainiet nosaukumus vai secību.",
                en: "The system knows each of its values by its code; change names or the order."
            )
        )
    }
}
