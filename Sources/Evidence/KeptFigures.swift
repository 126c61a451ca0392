package import Frame
package import Kernel
package import Storage

/// Figures that a source reported ready-made, without the rows behind them: totals of past years, register lists.
///
/// One value serves one run of an import. It gives each measure a number, from the database or, on its first
/// row, a new one that is staged with it.
package final class KeptFigures {
    /// The numbers of the measures that have kept figures already, by the measure's name.
    package typealias Known = [String: Int]

    private var numbers: Known

    /// Kept figures of one run, with what the database knows.
    package init(_ known: Known) {
        numbers = known
    }

    /// Loads the numbers of measures.
    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> Known {
        let rows = try connection.rows(
            "SELECT name, id FROM kept_measure WHERE tenant_id = \(tenant) ORDER BY name",
            String.self,
            Int.self
        )
        return Dictionary(rows) { first, _ in first }
    }

    /// Stages one reported figure.
    ///
    /// The measure goes by its full name, such as `registry/pupils-reported`; a term of 0 is the whole year, a
    /// kind of 0 is none. The numerator is a count, or for a mean the sum in hundredths; `people` is nil where
    /// the source does not say how many a figure rests on. `isPublic` says that the source is published, so
    /// that the figure is shown as it stands.
    package func stage(
        _ run: ImportRun,
        measure: String,
        year: SchoolYear,
        term: Int = 0,
        institution: InstitutionID,
        kind: Int = 0,
        numerator: Int,
        denominator: Int = 1,
        people: Int? = nil,
        isPublic: Bool,
        at place: SourcePlace
    ) throws {
        let number = try number(of: measure, run, at: place)
        let key = [number, year.start, term, institution.rawValue, kind]
        let values = [numerator, denominator, people ?? KeptFigures.unknownPeople, isPublic ? 1 : 0]
        try run.staging.fact(.keptFigures, key + values, at: place)
    }

    /// What the table holds where nobody knows how many people a figure rests on.
    static let unknownPeople = -1

    private func number(of measure: String, _ run: ImportRun, at place: SourcePlace) throws -> Int {
        if let number = numbers[measure] { return number }
        let number = try run.staging.newID("kept_measure")
        try run.staging.register(
            .keptMeasures,
            key: [number],
            [("name", .text(measure))],
            at: place
        )
        numbers[measure] = number
        return number
    }
}
