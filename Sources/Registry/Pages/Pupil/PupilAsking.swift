import Frame
import Kernel
import Storage

/// Asks measures of other rooms about one pupil, as the reader of the page may see them.
struct PupilAsking {
    let desk: Desk
    let pupil: PupilID
    /// Where the page was asked for: the pupil's class of today.
    let scope: Scope
    let connection: Connection

    /// The pupil in a year.
    func selection(_ year: SchoolYear) -> Selection {
        var selection = Selection(year: year)
        selection.pupil = pupil
        return selection
    }

    /// Figures by member; empty where no room has the measure.
    func figures(
        _ name: String,
        _ selection: Selection,
        over dimensions: [Dimension] = []
    ) throws -> [MemberKey: Figure] {
        guard let measure = try? desk.house.measures.named(name) else { return [:] }
        let names = RegistryNames(tenant: desk.tenant, year: selection.year, connection)
        let question = desk.question(selection, names, connection)
        // A figure of a former school is seen from the class of today, as the page is.
        var seen = selection
        seen.institution = scope.institution
        seen.classGroup = scope.classGroup
        let vector = try desk.house.measures.vector(
            measure,
            selection,
            over: dimensions,
            tenant: desk.tenant,
            connection
        )
        return try vector.reduce(into: [:]) { figures, element in
            let figure = Figure(
                measure: name,
                unit: measure.unit,
                selection: seen,
                members: Dictionary(zip(dimensions, element.key)) { first, _ in first },
                tally: element.value
            )
            figures[element.key] = try desk.house.disclosure.applied(to: figure, question)
        }
    }

    /// The rows behind a figure of the whole year; empty where no room has the measure.
    ///
    /// They are about a pupil whose page was let be opened.
    func rows(_ name: String, _ selection: Selection, limit: Int) throws -> [EvidenceRow] {
        guard let measure = try? desk.house.measures.named(name) else { return [] }
        return try measure.evidence(
            selection,
            members: [:],
            tenant: desk.tenant,
            connection,
            limit: limit
        )
    }

    /// Whether the reader may do something with the pupil.
    func may(_ permission: Permission) -> Bool { desk.asker.may(permission, in: scope, on: desk.today) }
}
