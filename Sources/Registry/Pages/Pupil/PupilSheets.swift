package import Frame
package import Kernel
package import Pages
package import Storage

/// The two sheets of a pupil for a page of another room: the same view and the same redaction as the pupil's own page.
package struct PupilSheets: Sendable {
    private let view: PupilView

    /// The sheets as whoever sits at the desk would see them on the pupil's page; nil where that page is not theirs.
    ///
    /// `suffix` ends the ids of tables, so that sheets of several pupils can stand on one page.
    package static func load(
        _ pupil: PupilID,
        suffix: String = "",
        _ language: Language,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> PupilSheets? {
        let scope = try ScopeFinder(tenant: desk.tenant, connection).scope(of: pupil, on: desk.today)
        guard let scope, desk.asker.may(.readPupils, in: scope, on: desk.today),
            let brief = try PupilBrief.load(pupil, desk, connection)
        else { return nil }
        var view = PupilView(brief: brief, language: language)
        view.suffix = suffix
        return PupilSheets(view: view)
    }

    /// The sheets with something of so many lines under the name; on paper the rest leaves it room.
    package func html(front: HTML, rows: Int) -> HTML {
        var view = view
        view.front = front
        view.frontRows = rows
        return view.html
    }
}
