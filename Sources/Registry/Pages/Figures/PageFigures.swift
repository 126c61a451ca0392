internal import Evidence
package import Frame
package import Kernel
internal import Pages
package import Storage

/// The figures of a page: measures of any room asked by name, hidden from the reader like those of a report.
///
/// A measure that no room has, or that knows nothing of the selection, gives no figures: its column is left out.
package struct PageFigures {
    let desk: Desk
    let connection: Connection

    /// Figures for whoever sits at a desk.
    package init(_ desk: Desk, _ connection: Connection) {
        self.desk = desk
        self.connection = connection
    }

    /// The figures of a measure along some directions, by the members' key.
    ///
    /// `scope` is where the reader may see the members, when the selection itself names no place.
    package func vector(
        _ name: String,
        _ selection: Selection,
        over dimensions: [Dimension] = [],
        seenFrom scope: Scope? = nil
    ) throws -> [MemberKey: Figure] {
        guard let measure = try measure(name) else { return [:] }
        let asked = Set(dimensions).union(selection.members.keys).subtracting([.term, .year])
        guard measure.dimensions.isSuperset(of: asked) else { return [:] }
        let vector = try desk.house.measures.vector(
            measure,
            selection,
            over: dimensions,
            tenant: desk.tenant,
            connection
        )
        var shown = selection
        shown.institution = selection.institution ?? scope?.institution
        shown.classGroup = selection.classGroup ?? scope?.classGroup
        let keys = vector.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let figures = keys.map { key in
            Figure(
                measure: name,
                unit: measure.unit,
                selection: shown,
                members: Dictionary(zip(dimensions, key)) { first, _ in first },
                tally: vector[key]
            )
        }
        return Dictionary(zip(keys, try masked(figures, measure, selection))) { first, _ in first }
    }

    /// The figure of a whole selection; nil where nothing is known.
    package func one(_ name: String, _ selection: Selection) throws -> Figure? {
        try vector(name, selection)[[]]
    }

    /// The figures along one direction, by member.
    package func line(
        _ name: String,
        _ selection: Selection,
        over dimension: Dimension
    ) throws -> [Int: Figure] {
        let vector = try vector(name, selection, over: [dimension])
        return Dictionary(vector.map { ($0.key[0], $0.value) }) { first, _ in first }
    }

    /// The page that tells how a figure was made; nil for who does not see all that the figure is of.
    ///
    /// A mean of the municipality is shown to all, and its page would reckon it of what its reader reaches.
    func making(_ figure: Figure?) -> Address? {
        guard let figure, desk.asker.may(.readFigures, in: figure.selection.scope, on: desk.today) else {
            return nil
        }
        return figure.making
    }

    /// The months that a figure is known for, where it leaves others out; see ``KnownMonths``.
    package func months(_ name: String, _ selection: Selection) throws -> Text? {
        try KnownMonths.words(name, selection, desk.house.measures, desk.tenant, connection)
    }

    /// The names of a measure's own members, in their order.
    func words(_ name: String, _ dimension: Dimension, _ members: some Sequence<Int>) throws -> [(Int, Text)]
    {
        guard let naming = try measure(name) as? any MemberWords else { return [] }
        return try naming.words(dimension, members, tenant: desk.tenant, connection)
            .map { ($0.member, $0.words) }
    }

    /// Whether any room has a measure.
    func has(_ name: String) -> Bool { desk.house.measures.has(name) }

    private func measure(_ name: String) throws -> (any Measure)? {
        guard desk.house.measures.has(name) else { return nil }
        return try desk.house.measures.named(name)
    }

    /// Asked as one document, so that what is hidden is found once for all of them.
    private func masked(
        _ figures: [Figure],
        _ measure: any Measure,
        _ selection: Selection
    ) throws -> [Figure] {
        guard let first = figures.first else { return [] }
        // Nothing is hidden from who works with all the pupils of the place that the figures are about.
        let tellOfHealth = figures.contains { HealthFacts.tells(measure, $0.members) }
        let needed: [Permission] = tellOfHealth ? [.readPupils, .readHealth] : [.readPupils]
        let scope = first.selection.scope
        if needed.allSatisfy({ desk.asker.may($0, in: scope, on: desk.today) }) { return figures }
        let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
        let question = desk.question(selection, names, connection)
        let document = ReportDocument([
            ReportSection(columns: [], rows: [ReportRow(figures.map { .figure($0) })])
        ])
        let shown = try desk.house.disclosure.applied(to: document, question).sections[0].rows[0].cells
        return shown.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }
}
