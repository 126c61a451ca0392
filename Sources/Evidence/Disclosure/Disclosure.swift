package import Frame
internal import Kernel
package import Storage
internal import Synchronization

/// Disclosure control: in every output, figures about few people are hidden from readers who do not work with them.
///
/// Which figures are hidden follows from the measure, the year, the data and the reader's rights, never from what
/// was asked; see ``Suppression``. One value serves a whole server and remembers patterns while data stand still.
package final class Disclosure: DisclosureControl {
    /// Tells when the data of a tenant have changed: another text for other data, nil where nobody knows.
    package typealias DataVersion = @Sendable (TenantID, Connection) throws -> String?

    /// The fewest people that a figure is shown for; never below three.
    package let floor: Int
    private let version: DataVersion
    private let patterns = Mutex<[Key: Remembered]>([:])

    /// Control with a floor.
    ///
    /// Without a version of the data each question finds its patterns anew.
    package init(floor: Int = 5, version: @escaping DataVersion = { _, _ in nil }) {
        self.floor = max(3, floor)
        self.version = version
    }

    /// What a pattern belongs to.
    private struct Key: Hashable {
        let tenant: TenantID
        let measure: String
        let year: SchoolYear
        let scale: Int?
        let reach: Reach
        let circle: Circle
        let along: Set<Dimension>
    }

    private struct Remembered {
        let version: String
        let pattern: Pattern
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
    func pattern(
        _ measure: any Measure,
        _ rule: DisclosureRule,
        year: SchoolYear,
        scale: Int?,
        reach: Reach,
        circle: Circle,
        _ question: Question
    ) throws -> Pattern {
        let key = Key(
            tenant: question.tenant,
            measure: measure.name,
            year: year,
            scale: scale,
            reach: reach,
            circle: circle,
            along: rule.along
        )
        let version = try version(question.tenant, question.connection)
        if let version, let remembered = patterns.withLock({ $0[key] }), remembered.version == version {
            return remembered.pattern
        }
        let sums = try SumCells(
            measure,
            year: year,
            scale: scale,
            reach: reach,
            along: rule.along,
            circle: circle,
            tenant: question.tenant,
            question.connection
        )
        let pattern = Pattern(sums, hidden: Suppression.hidden(sums, floor: floor))
        if let version { remember(pattern, version, key) }
        return pattern
    }

    private func remember(_ pattern: Pattern, _ version: String, _ key: Key) {
        patterns.withLock { patterns in
            patterns = patterns.filter { $0.key.tenant != key.tenant || $0.value.version == version }
            patterns[key] = Remembered(version: version, pattern: pattern)
        }
    }
}
