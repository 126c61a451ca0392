import Access
package import Frame
package import Kernel
import Storage

/// Changes the days of terms by hand.
///
/// Facts that were imported keep the term they were given; an import of the same file gives them the new one.
package struct TermEditor: Sendable {
    private let desk: Desk

    /// An editor at a desk.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// Both terms of each year, the latest year first.
    package func terms() async throws -> [TermRecord] {
        let (tenant, today) = (desk.tenant, desk.today)
        return try await desk.database.data.read { try TermRecord.all(today: today, tenant, $0) }
    }

    /// The changes of a term, the latest first.
    package func history(_ year: SchoolYear, _ term: Term) async throws -> [RegisterChange] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try RegisterHistory.changes(.terms, TermRecord.row(year, term), tenant, connection)
        }
    }

    /// Changes the days of a term that were read at a version.
    ///
    /// Throws ``FieldErrors``, and `Conflict` where somebody else was first.
    package func change(_ year: SchoolYear, _ term: Term, version: Int, _ texts: EditTexts) async throws {
        try desk.require(.administer, in: .tenant)
        let desk = desk
        try await desk.writeAndRecord { connection in
            try connection.lock(tenant: desk.tenant.rawValue)
            let all = try TermRecord.all(today: desk.today, desk.tenant, connection)
            guard let old = all.first(where: { $0.year == year && $0.term == term }) else {
                throw Refusal.noSuchPage
            }
            guard old.version == version else { throw Conflict(table: "term", id: year.start) }
            let other = all.first { $0.year == year && $0.term != term && $0.version > 0 }
            let days = try TermEditor.days(texts, of: old, beside: other)
            guard days != old.days || version == 0 else { return }
            try TermEditor.write(days, in: old, desk, connection)
            let new = TermRecord(year: year, term: term, days: days, version: version + 1)
            try RegisterHistory.note(
                .terms,
                new.row,
                version: new.version,
                before: version == 0 ? [:] : old.texts,
                after: new.texts,
                desk,
                connection
            )
        }
    }

    /// Puts back what a term held before one of its changes.
    package func restore(_ year: SchoolYear, _ term: Term, change: Int, version: Int) async throws {
        let tenant = desk.tenant
        let before = try await desk.database.data.read { connection in
            try RegisterHistory.before(change, .terms, TermRecord.row(year, term), tenant, connection)
        }
        try await self.change(year, term, version: version, before)
    }

    /// Sets some days of a term and leaves the others: the command `terms set`.
    package func set(_ year: SchoolYear, _ term: Term, _ answers: EditTexts) async throws {
        let found = try await terms().first { $0.year == year && $0.term == term }
        guard let found else { throw Refusal.noSuchTerm(year) }
        do {
            try FieldErrors.checkNames(answers, among: TermRecord.fields)
            try await change(year, term, version: found.version, found.texts.setting(answers))
        } catch let errors as FieldErrors {
            throw errors.refusal
        }
    }

    private static func write(
        _ days: ClosedRange<Day>,
        in old: TermRecord,
        _ desk: Desk,
        _ connection: Connection
    ) throws {
        if old.version == 0 {
            try connection.execute(
                """
                INSERT INTO term (tenant_id, year, term, from_day, to_day, version)
                VALUES (\(desk.tenant), \(old.year.start), \(old.term.rawValue), \(days.lowerBound),
                    \(days.upperBound), 1)
                """
            )
        } else {
            try connection.execute(
                """
                UPDATE term SET from_day = \(days.lowerBound), to_day = \(days.upperBound), version = version + 1
                WHERE tenant_id = \(desk.tenant) AND year = \(old.year.start) AND term = \(old.term.rawValue)
                """
            )
        }
    }

    /// Reads answers: days within the year, in order, and apart from the other term where that has days of its own.
    private static func days(
        _ typed: EditTexts,
        of term: TermRecord,
        beside other: TermRecord?
    ) throws(FieldErrors) -> ClosedRange<Day> {
        var reader = FieldReader(typed)
        let from = reader.day("from", optional: false)
        let to = reader.day("to", optional: false)
        for (name, day) in [("from", from), ("to", to)] {
            guard let day, !term.year.contains(day) else { continue }
            reader.fail(
                name,
                Text(lv: "Diena nav šajā mācību gadā.", en: "The day is not in this school year.")
            )
        }
        if let from, let to, to < from {
            reader.fail(
                "to",
                Text(lv: "Pēdējā diena ir pirms pirmās dienas.", en: "The last day is before the first.")
            )
        }
        if let from, let to, let other, from <= other.days.upperBound, other.days.lowerBound <= to {
            reader.fail(
                term.term == .first ? "to" : "from",
                Text(lv: "Semestri pārklājas.", en: "The two terms have days in common.")
            )
        }
        try reader.finish()
        guard let from, let to else { throw FieldErrors("from", .missingAnswer) }
        return from...to
    }
}

extension Refusal {
    static func noSuchTerm(_ year: SchoolYear) -> Refusal {
        Refusal(
            .unknown,
            Text(lv: "Nav tāda mācību gada: \(year).", en: "There is no such school year: \(year)."),
            advice: Text(
                lv: "Gadus parāda komanda „sekme terms list”.",
                en: "See the years with “sekme terms list”."
            )
        )
    }
}
