import Exchange
import Frame
import Kernel
import Registry
import Storage

/// What one transaction reads of a figure.
struct FigureMade: Sendable {
    /// The year and the place that the number is about.
    var about: [Text]
    /// The way back to the place that it is about.
    var crumbs: [PageContent.Crumb] = []
    /// The pupil whose number it is, where the page names the pupil.
    var pupil: PupilID?
    /// The rules it follows, as they hold in the year.
    var rules: [Regulation] = []
    /// Its parts, where the reader may see them.
    var tally: Tally?
    /// Whether disclosure control hides it from the reader.
    var isHidden = false
    /// Whether the rows tell of pupils' health, and the reader may not know of it.
    var isHealth = false
    /// Whether the reader may see the people that it rests on.
    var mayPersons = false
    /// The rows that the reader may see, of the leaf that is shown.
    var rows: [EvidenceRow] = []
    /// Which of all rows these are.
    var leaf = FigureLeaf(1, of: 1, among: 0)
    /// Whose these rows are, where the reader may be told.
    var people = FigurePeople.none
    /// The imports that it is from, the newest first.
    var batches: [SourceBatch] = []
    /// Whether they are all that changed the same data, as the figure rests on more rows than are looked at.
    var isByTables = false
}

/// Finds the rows and the imports that a figure is from.
struct FigureSources {
    private let measure: any Measure
    private let selection: Selection
    private let members: [Dimension: Int]
    private let desk: Desk
    private let connection: Connection

    /// So many imports are listed at most.
    private static let most = 50

    init(
        _ measure: any Measure,
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ desk: Desk,
        _ connection: Connection
    ) {
        self.measure = measure
        self.selection = selection
        self.members = members
        self.desk = desk
        self.connection = connection
    }

    /// Adds what the reader of a figure that is shown may see of its rows, and its imports.
    ///
    /// `limit` is how many rows are shown at a time, `number` which of these leaves.
    func fill(_ made: inout FigureMade, _ tally: Tally, limit: Int, number: Int = 1) throws {
        let isLarge = !made.mayPersons && rests(on: tally, more: limit)
        let all = isLarge ? [] : try evidence(FigureLeaf.sought(limit))
        let leaf = FigureLeaf(number, of: limit, among: all.count)
        let rows = try placed(Array(all[leaf.rows]))
        // Of totals that were public before they were imported each row may be seen.
        let isPublic = tally.isPublic && all.allSatisfy { $0.pupil.rawValue == 0 }
        if made.mayPersons || isPublic { (made.rows, made.leaf) = (rows, leaf) }
        var batches = Set((all + rows).map(\.batch)).filter { $0.rawValue > 0 }
        if isLarge || leaf.count > 1 {
            let tables = measure.factTables.union(rows.compactMap { $0.register?.table })
            made.isByTables = !tables.isEmpty
            batches.formUnion(try changing(tables))
        }
        made.batches = try SourceBatch.find(batches, desk, connection)
    }

    /// Whether a figure of facts rests on so many of them that they are not looked for.
    private func rests(on tally: Tally, more limit: Int) -> Bool {
        guard !measure.factTables.isEmpty else { return false }
        let parts = measure.unit.isCount ? tally.numerator : tally.denominator
        return parts > limit
    }

    private func evidence(_ limit: Int) throws -> [EvidenceRow] {
        try measure.evidence(selection, members: members, tenant: desk.tenant, connection, limit: limit)
    }

    /// Rows with the imports and places of those that are rows of registers.
    private func placed(_ found: [EvidenceRow]) throws -> [EvidenceRow] {
        var rows = found
        // Registers do not keep where their rows are from.
        let found = try RegisterSources.find(Set(rows.compactMap(\.register)), desk.tenant, connection)
        for index in rows.indices {
            guard let name = rows[index].register, let place = found[name] else { continue }
            (rows[index].batch, rows[index].source) = (place.batch, place.source)
        }
        return rows
    }

    private func changing(_ tables: Set<String>) throws -> Set<BatchID> {
        guard !tables.isEmpty else { return [] }
        var narrowed = selection
        if let institution = members[.institution] {
            narrowed.institution = InstitutionID(rawValue: institution)
        }
        return try SourceBatch.changing(
            tables,
            narrowed,
            desk.tenant,
            limit: FigureSources.most,
            connection
        )
    }
}

extension MeasureUnit {
    fileprivate var isCount: Bool { if case .count = self { true } else { false } }
}
