import Frame
import Storage

/// Compares everything that was staged with the present data.
struct ImportPlanner {
    let house: HouseBook
    let store: StagedStore
    let mapping: Mapping
    /// What the files are complete for, by table.
    let coverage: [String: Set<[Int64]>]
    /// The institution whose rows alone are compared and removed; 0 is the board.
    let institution: Int

    /// What an import would change, the lines whose key another line has too, and what another kind of file has told.
    struct Outcome: Sendable {
        var tables: [ImportPlan.TableChange] = []
        var repeats: [RepeatedKey] = []
        var overlaps: [OverlapFound] = []
    }

    /// Counts all changes.
    ///
    /// It runs on the connection's thread and waits there for staged pieces.
    func plan(_ connection: Connection) throws -> Outcome {
        var outcome = Outcome()
        let moves = ClassMoves(store.tenant)
        for table in house.registers {
            var samples = Samples()
            let merge = try RegisterMerge(table, store)
            let difference = RegisterDifference(table: table, tenant: store.tenant)
            let counts = try difference.run(merge, connection) { changes in
                samples.take(changes, table)
                moves.take(changes, of: table)
            }
            outcome.add(table.name.text, counts, samples.all)
        }
        for table in house.facts {
            var samples = Samples()
            let difference = difference(table)
            let moved = try moves.facts(of: table, except: difference.covers, connection)
            let queue = try FactQueue(
                table,
                store,
                mapping.precedence,
                batch: BatchID(rawValue: 0),
                moved: moved
            )
            // What a file is complete for it removes, be it of its kind or of another.
            let maySayTwice = try difference.coverage == nil && !difference.hasNoRows(connection)
            var overlap = maySayTwice ? OverlapSearch(table, store.tenant) : nil
            let counts = try difference.run(queue, connection) { changes in
                samples.take(changes, table)
                try overlap?.take(changes.added, connection)
            }
            outcome.add(table.name.text, counts, samples.all)
            outcome.repeats += queue.repeats
            outcome.overlaps += (overlap?.found ?? [:]).values
        }
        return outcome
    }

    /// How a fact table is compared under the mapping.
    func difference(_ table: FactTable) -> FactDifference {
        FactDifference(
            table: table,
            tenant: store.tenant,
            coverage: mapping.removes ? coverage[table.name.text] ?? nil : nil,
            institution: institution
        )
    }
}

extension ImportPlanner.Outcome {
    fileprivate mutating func add(_ table: String, _ counts: FactCounts, _ samples: [ChangeSample]) {
        guard counts != FactCounts() else { return }
        tables.append(ImportPlan.TableChange(table, counts, samples))
    }
}

extension ImportPlan.TableChange {
    init(_ table: String, _ counts: FactCounts, _ samples: [ChangeSample]) {
        self.init(
            table: table,
            added: counts.added,
            changed: counts.changed,
            unchanged: counts.unchanged,
            removed: counts.removed,
            covered: counts.covered,
            superseded: counts.superseded,
            contested: counts.contested,
            samples: samples
        )
    }
}
