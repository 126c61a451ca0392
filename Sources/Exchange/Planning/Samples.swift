import Frame
import Storage

/// Collects the first few changes of each kind.
struct Samples {
    private(set) var all: [ChangeSample] = []
    private var counts: [ChangeSample.Kind: Int] = [:]
    private static let limit = 5

    private mutating func wants(_ kind: ChangeSample.Kind) -> Bool {
        counts[kind, default: 0] += 1
        return counts[kind, default: 0] <= Samples.limit
    }

    mutating func take(_ changes: FactChanges, _ table: FactTable) {
        for row in 0..<min(changes.added.count, Samples.limit) where wants(.added) {
            all.append(sample(.added, nil, changes.added.array(row), table))
        }
        for row in 0..<min(changes.new.count, Samples.limit) where wants(.changed) {
            all.append(sample(.changed, changes.old.array(row), changes.new.array(row), table))
        }
        for row in 0..<min(changes.removed.count, Samples.limit) where wants(.removed) {
            all.append(sample(.removed, changes.removed.array(row), nil, table))
        }
    }

    mutating func take(_ changes: [RegisterChange], _ table: RegisterTable) {
        for change in changes {
            let kind: ChangeSample.Kind = change.old == nil ? .added : .changed
            guard wants(kind) else { continue }
            // A part of another row, as a sum of a year, is told by its key alone; who a row is about is told apart.
            let key = zip(table.key, change.staged.key).compactMap { name, value -> ChangeSample.Field? in
                guard table.key.count > 1, !["pupil_id", "staff_id"].contains(name.text) else { return nil }
                let text = String(value)
                return ChangeSample.Field(column: name.text, old: change.old == nil ? nil : text, new: text)
            }
            let fields =
                key
                + change.columns.map { column in
                    ChangeSample.Field(
                        column: table.columns[column].text,
                        old: change.old.flatMap { words($0.values[column], table, column) },
                        new: change.staged.values[column].flatMap { words($0, table, column) }
                    )
                }
            all.append(
                ChangeSample(kind: kind, source: change.staged.source, key: change.staged.key, fields: fields)
            )
        }
    }

    /// A row with its key, without which nobody can tell whether it is the right one, and with what changes.
    ///
    /// Who and where it is about stays in it even where that does not change.
    private func sample(
        _ kind: ChangeSample.Kind,
        _ old: [Int64]?,
        _ new: [Int64]?,
        _ table: FactTable
    ) -> ChangeSample {
        let row = new ?? old ?? []
        let columns = table.key + table.values
        let fields = columns.indices.compactMap { index -> ChangeSample.Field? in
            let before = old?[index]
            let after = new?[index]
            let isNamed = index < table.key.count || columns[index].text.hasSuffix("_id")
            guard kind != .changed || isNamed || before != after else { return nil }
            return ChangeSample.Field(
                column: columns[index].text,
                old: before.map { String($0) },
                new: after.map { String($0) }
            )
        }
        return ChangeSample(
            kind: kind,
            source: kind == .removed ? 0 : Int(row.last ?? 0),
            key: row.prefix(table.key.count).map { Int($0) },
            fields: fields
        )
    }

    /// A value as text; what is sealed or made of bytes is not shown.
    private func words(_ value: Value, _ table: RegisterTable, _ column: Int) -> String? {
        if table.sealed.contains(table.columns[column]) { return "•••" }
        switch value {
        case .null: return nil
        case .integer(let number): return String(number)
        case .text(let text): return text
        case .blob: return "•••"
        }
    }
}
