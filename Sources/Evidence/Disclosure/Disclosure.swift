package import Frame
package import Kernel
package import Storage

/// Disclosure control: in every output, figures about few people are hidden from readers who do not work with them.
///
/// Which figures are hidden follows from the measure, the year, the data and the reader's rights, never from what
/// was asked; see ``Suppression``. One value serves a whole server and remembers patterns while data stand still.
package final class Disclosure: DisclosureControl {
    /// Tells when the data of a tenant have changed: another text for other data, nil where nobody knows.
    package typealias DataVersion = @Sendable (TenantID, Connection) throws -> String?

    /// The fewest people that a tenant has figures shown for on a day.
    package typealias Floor = @Sendable (TenantID, Day, Connection) throws -> Int

    private let fewest: Floor
    private let version: DataVersion
    private let sums = Memory<SumsKey, SumCells>(room: 500_000) { $0.cells.count + 100 }
    private let namings = Memory<SumsKey, TeacherNaming>(room: 500_000) { $0.count + 100 }
    private let patterns = Memory<PatternKey, Pattern>(room: 8_000_000) { $0.count + 100 }

    /// Control with a floor that each tenant sets.
    ///
    /// Without a version of the data each question finds its patterns anew.
    package init(floor: @escaping Floor, version: @escaping DataVersion = { _, _ in nil }) {
        fewest = floor
        self.version = version
    }

    /// Control with one floor for all tenants.
    package convenience init(
        floor: Int = PeopleFloor.least,
        version: @escaping DataVersion = { _, _ in nil }
    ) {
        self.init(floor: { _, _, _ in floor }, version: version)
    }

    /// The fewest people that a figure is shown for, whatever is set never fewer than ``PeopleFloor/least``.
    package func floor(_ tenant: TenantID, on day: Day, _ connection: Connection) throws -> Int {
        max(PeopleFloor.least, try fewest(tenant, day, connection))
    }

    /// What the figures of a pattern are of.
    struct SumsKey: Hashable {
        let tenant: TenantID
        var measure: String
        let year: SchoolYear
        let scale: Int?
        let reach: Reach
        let along: Set<Dimension>
    }

    private struct PatternKey: Hashable {
        let sums: SumsKey
        let circle: Circle
        let floor: Int
    }

    /// The document as its reader may see it: hidden figures say so and hold no number.
    package func applied(to document: ReportDocument, _ question: Question) throws -> ReportDocument {
        let view = try ReaderView(self, question)
        return try view.masked(document)
    }

    /// One figure as the reader may see it.
    package func applied(to figure: Figure, _ question: Question) throws -> Figure {
        try ReaderView(self, question).masked(figure)
    }

    /// The pattern of a measure and year for a reader.
    ///
    /// The figures are the same for all circles within a reach, and read once for them all. The floor belongs to what is
    /// remembered: another may begin on a day on which no data change.
    func pattern(
        _ key: SumsKey,
        _ measure: any Measure,
        _ circle: Circle,
        floor: Int,
        _ question: Question
    ) throws -> Pattern {
        guard let version = try version(question.tenant, question.connection) else {
            return Pattern(try SumCells(measure, key, question.connection), seenFrom: circle, floor: floor)
        }
        return try patterns.value(PatternKey(sums: key, circle: circle, floor: floor), version: version) {
            Pattern(try cells(key, measure, version, question), seenFrom: circle, floor: floor)
        }
    }

    /// The figures of a measure; those of a part are made of the whole's, which are read once for both.
    private func cells(
        _ key: SumsKey,
        _ measure: any Measure,
        _ version: String,
        _ question: Question
    ) throws -> SumCells {
        guard let part = measure as? any PartOfMeasure else {
            return try sums.value(key, version: version) {
                try SumCells(measure, key, question.connection)
            }
        }
        var whole = key
        whole.measure = part.whole.name
        return try cells(whole, part.whole, version, question).mapped { part.part($0) }
    }

    /// Which sums by subject tell of one teacher.
    func naming(_ key: SumsKey, _ measure: any Measure, _ question: Question) throws -> TeacherNaming {
        guard let version = try version(question.tenant, question.connection) else {
            return try TeacherNaming(measure, key, question.connection)
        }
        return try namings.value(key, version: version) {
            try TeacherNaming(measure, key, question.connection)
        }
    }
}
