import Access
package import Frame
package import Kernel
import Storage

/// Changes the dated records of rules: the one operation under the pages and the command.
///
/// Records of a rule never overlap. A record that has begun is never removed, as figures of its days rest on it; it
/// ends. Each change is checked, raises the version of its row, and is written into the history and the audit trail.
package struct RuleEditor: Sendable {
    let desk: Desk

    /// An editor at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Every rule with the records that are in force today or are to come, the earliest first.
    package func list() async throws -> [(kind: RuleKind, records: [RuleRecord])] {
        let (tenant, today) = (desk.tenant, desk.today)
        return try await desk.database.data.read { connection in
            let known = Set(RuleKind.all.map(\.name))
            let own = try RiskRules.load(tenant, connection).names.filter { !known.contains($0) }
                .compactMap { RuleKind.risk($0) }
            return try (RuleKind.all + own).map { kind in
                let records = try RuleRecord.all(kind, tenant, connection)
                return (kind, records.filter { record in record.rule.to.map { today <= $0 } ?? true })
            }
        }
    }

    /// All records of a rule, the latest first.
    package func records(_ name: String) async throws -> [RuleRecord] {
        let (tenant, kind) = (desk.tenant, try RuleKind.named(name))
        return try await desk.database.data.read { Array(try RuleRecord.all(kind, tenant, $0).reversed()) }
    }

    /// What whoever changes a record should know: a rule beside it that has another limit, and which; nil for nothing, and of
    /// a record that is over.
    package func warning(_ record: RuleRecord) async throws -> Text? {
        let (tenant, rule) = (desk.tenant, record.rule)
        let day = max(desk.today, rule.from)
        guard rule.holds(on: day) else { return nil }
        return try await desk.database.data.read { connection in
            try RuleTwin.difference(of: rule.name, on: day, Regulations.load(tenant, connection))
        }
    }

    /// The changes of a record, the latest first.
    package func history(_ name: String, from: Day) async throws -> [RegisterChange] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try RegisterHistory.changes(.regulations, RuleRecord.row(name, from), tenant, connection)
        }
    }

    /// Changes the record that began on a day and was read at a version.
    ///
    /// Throws ``FieldErrors``, and `Conflict` where somebody else was first.
    @discardableResult
    package func change(
        _ name: String,
        from: Day,
        version: Int,
        _ texts: EditTexts
    ) async throws -> RuleRecord {
        try await edit(name, from: from) { write in
            let old = try write.record(from)
            let draft = try write.draft(texts, from: from)
            let new = draft.record(
                write.kind,
                from: from,
                isEditable: old.rule.isEditable,
                version: version + 1
            )
            return try write.replace(old, by: new, version: version)
        }
    }

    /// Adds a record from a day on; the one that was in force then ends the day before.
    @discardableResult
    package func add(_ name: String, from: Day, _ texts: EditTexts) async throws -> RuleRecord {
        try await edit(name, from: from) { write in
            let draft = try write.draft(texts, from: from, isNew: true)
            // What a board enters by itself stays marked as such.
            let new = draft.record(write.kind, from: from, isEditable: true, version: 1)
            if let before = write.records.last(where: { $0.rule.from < from && $0.rule.holds(on: from) }) {
                try write.end(before, on: from - 1)
            }
            return try write.insert(new)
        }
    }

    /// Removes a record that has not begun; the one before it holds on to where this one would have ended.
    package func withdraw(_ name: String, from: Day, version: Int) async throws {
        let today = desk.today
        try await edit(name, from: from) { write in
            let old = try write.record(from)
            guard from > today else { throw Refusal.ruleHasBegun }
            try write.remove(old, version: version)
            if let before = write.records.last(where: { $0.rule.to == from - 1 }) {
                try write.end(before, on: old.rule.to)
            }
        }
    }

    /// Puts back what a record held before one of its changes.
    package func restore(_ name: String, from: Day, change: Int, version: Int) async throws {
        let tenant = desk.tenant
        let before = try await desk.database.data.read { connection in
            try RegisterHistory.before(
                change,
                .regulations,
                RuleRecord.row(name, from),
                tenant,
                connection
            )
        }
        try await self.change(name, from: from, version: version, before)
    }

    /// Sets some answers of the record that begins on a day, or of the one in force today, leaving the others as they
    /// are; where none begins on the day, one is added with the others of the record before it.
    ///
    /// The command `rules set`. Throws a refusal that names the answers which cannot be kept.
    @discardableResult
    package func set(_ name: String, from day: Day?, _ answers: EditTexts) async throws -> RuleRecord {
        let records = try await records(name)
        let from = day ?? records.first { $0.rule.holds(on: desk.today) }?.rule.from
        guard let from else { throw Refusal.ruleNotInForce(name) }
        let base = try records.first { $0.rule.from <= from }?.texts ?? [:]
        do {
            let questions = try RuleKind.named(name).questions(base.setting(answers))
            try FieldErrors.checkNames(answers, among: questions)
            if let record = records.first(where: { $0.rule.from == from }) {
                return try await change(
                    name,
                    from: from,
                    version: record.version,
                    base.setting(answers)
                )
            }
            // A record that is to come, such as a shipped one, stays.
            let next = records.last { $0.rule.from > from }?.rule.from
            let last = EditTexts.day(next.map { $0 - 1 })
            return try await add(name, from: from, base.setting(["to": last]).setting(answers))
        } catch let errors as FieldErrors {
            throw errors.refusal
        }
    }

    /// Changes records of a rule from a day on, and tells the rooms.
    private func edit<T: Sendable>(
        _ name: String,
        from: Day,
        _ body: @escaping @Sendable (RuleWriter) throws -> T
    ) async throws -> T {
        try desk.require(.administer, in: .tenant)
        let kind = try RuleKind.named(name)
        let desk = desk
        return try await desk.writeAndRecord { connection in
            let result = try body(RuleWriter(kind, desk, connection))
            var notice = ChangeNotice()
            notice.note(rule: name, from: from)
            try desk.tell(notice, connection)
            return result
        }
    }
}

extension EditTexts {
    /// The answers with some of them changed.
    func setting(_ answers: EditTexts) -> EditTexts { merging(answers) { _, new in new } }
}

extension Text {
    static let sameFirstDay = Text(
        lv: "No šīs dienas ieraksts jau ir; labojiet to.",
        en: "There is a record from this day already; change that one."
    )
}

extension Refusal {
    static let ruleHasBegun = Refusal(
        .conflict,
        Text(lv: "Prasība jau ir stājusies spēkā.", en: "The rule is in force already."),
        advice: Text(
            lv: "Norādiet tai pēdējo dienu: rādītāji par tās laiku uz to balstās.",
            en: "Give it a last day: figures about its time rest on it."
        )
    )

    static func ruleNotInForce(_ name: String) -> Refusal {
        Refusal(
            .unknown,
            Text(lv: "Prasība „\(name)” šodien nav spēkā.", en: "The rule “\(name)” is not in force today."),
            advice: Text(lv: "Norādiet dienu, no kuras tā ir spēkā.", en: "Give the day from which it is.")
        )
    }
}
