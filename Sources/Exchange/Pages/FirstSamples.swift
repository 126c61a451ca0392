import Access
package import Frame
package import Kernel

/// The first change of each kind of each table of a plan, in words, as whoever sits at a desk may read them.
///
/// The page of the plan shows five of each; on a terminal one tells whether the columns are right.
package struct FirstSamples: Sendable {
    /// A change.
    package struct Line: Sendable, Hashable {
        /// The table.
        package let table: String
        /// What happens to the row.
        package let kind: ChangeSample.Kind
        /// The line of the file; 0 for a removal.
        package let line: Int
        /// The values in words, without personal codes.
        package let words: String
    }

    /// The changes in the order of the plan.
    package let lines: [Line]
    /// The plan with these samples alone.
    private let plan: ImportPlan
    /// How many rows of the file are shown beside them.
    private let rows: Int
    private let desk: Desk

    /// The first changes of a staged import.
    package static func load(
        _ staged: StagedImport,
        _ desk: Desk,
        _ language: Language
    ) async throws -> FirstSamples {
        let words = try await SampleLines.load(staged, desk, language)
        var (plan, lines): (ImportPlan, [Line]) = (staged.plan, [])
        for (place, table) in staged.plan.tables.enumerated() {
            plan.tables[place].samples = []
            for (sample, text) in first(zip(table.samples, words.lines(of: table))) where !text.isEmpty {
                plan.tables[place].samples.append(sample)
                lines.append(
                    Line(
                        table: table.table,
                        kind: sample.kind,
                        line: SourcePlace(packed: sample.source).line,
                        words: CodeMask.hidden(text)
                    )
                )
            }
        }
        return FirstSamples(lines: lines, plan: plan, rows: staged.telling.count, desk: desk)
    }

    /// The first of each kind, in the order of the kinds.
    private static func first(_ samples: some Sequence<(ChangeSample, String)>) -> [(ChangeSample, String)] {
        let kinds: [ChangeSample.Kind] = [.added, .changed, .removed]
        let all = Array(samples)
        return kinds.compactMap { kind in all.first { $0.0.kind == kind } }
    }

    /// Takes down whom the samples and rows tell of, as the page of the plan does, before they are shown.
    package func record() async throws {
        let house = desk.house
        guard house.mayTellOfPersons(plan) else { return }
        let told = plan.tables.filter { house.tellsOfPersons($0.table) }.map(\.samples.count).reduce(rows, +)
        guard told > 0 else { return }
        let own = desk.asker.staff
        let staff = plan.staff(house).filter { $0 != own }.map { String($0.rawValue) }
        let mark = staff.isEmpty ? "" : AuditRecord.staffMark + staff.joined(separator: ",")
        let what = "/imports/plans/:import rows \(told)\(mark)"
        try await AuditTrail(desk.database).record(desk.event(.read, what, persons: plan.persons(house)))
    }
}
