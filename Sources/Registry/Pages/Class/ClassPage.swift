import Frame
import Kernel
import Pages
import Storage

/// One class: its pupils by name, and the class beside parallel classes and its own past.
struct ClassPage: Page {
    let method = PageMethod.get
    let path = "/classes/:class"
    let permission = Permission.readPupils
    let scope = PageScope.classGroup

    func answer(_ request: PageRequest, _ desk: Desk) async throws -> PageResponse {
        let id = ClassID(rawValue: try request.number("class"))
        let view = try await desk.database.data.read { try ClassView.load(id, desk, $0) }
        guard let view else { throw Refusal.noSuchPage }
        return .page(
            PageContent(
                view.title,
                view.html(request.language),
                crumbs: [
                    PageContent.Crumb(InstitutionsPage.title, "/institutions"),
                    PageContent.Crumb(
                        Text(same: view.group.institutionName),
                        "/institutions/\(view.group.institution.rawValue)"
                    ),
                ],
                persons: view.roster.pupils.map { PupilID(rawValue: $0.id) }
            )
        )
    }
}

/// A class as its page speaks of it.
struct ClassFacts: Readable, Sendable {
    let id: ClassID
    let name: String
    let year: SchoolYear
    let grade: Int
    let institution: InstitutionID
    let institutionName: String

    init(row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        year = SchoolYear(try row.next(Int.self))
        grade = try row.next()
        institution = try row.next()
        institutionName = try row.next()
    }

    /// The class in its year and institution.
    var selection: Selection {
        var selection = Selection(year: year, institution: institution)
        selection.classGroup = id
        return selection
    }

    /// All classes of its grade in its institution.
    var parallel: Selection {
        var selection = Selection(year: year, institution: institution)
        selection.grade = grade > 0 ? grade : nil
        return selection
    }

    static func load(_ id: ClassID, _ tenant: TenantID, _ connection: Connection) throws -> ClassFacts? {
        try connection.rows(
            """
            SELECT class_group.id, class_group.name, class_group.year, class_group.grade, institution.id,
                institution.name
            FROM class_group JOIN institution ON institution.tenant_id = class_group.tenant_id
                AND institution.id = class_group.institution_id
            WHERE class_group.tenant_id = \(tenant) AND class_group.id = \(id)
            """,
            as: ClassFacts.self
        ).first
    }
}

/// The class that most of a class's pupils were in a year or more before.
struct PastClass: Sendable {
    let id: ClassID
    let institution: InstitutionID
    let year: SchoolYear
    let name: String
    /// How many of today's pupils were in it.
    let shared: Int

    var selection: Selection {
        var selection = Selection(year: year, institution: institution)
        selection.classGroup = id
        return selection
    }

    /// One class for each of the three years before, the latest first.
    static func list(
        _ group: ClassFacts,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [PastClass] {
        let rows = try connection.rows(
            """
            SELECT c.id, c.institution_id, c.year, c.name, count(DISTINCT e.pupil_id) AS shared
            FROM enrolment e
            JOIN class_group c ON c.tenant_id = e.tenant_id AND c.id = e.class_id
            WHERE e.tenant_id = \(tenant) AND c.year < \(group.year.start) AND c.year >= \(group.year.start - 3)
                AND e.pupil_id IN (
                    SELECT pupil_id FROM enrolment WHERE tenant_id = \(tenant)
                        AND institution_id = \(group.institution) AND class_id = \(group.id)
                )
            GROUP BY c.id, c.institution_id, c.year, c.name ORDER BY c.year DESC, shared DESC, c.id
            """,
            ClassID.self,
            InstitutionID.self,
            Int.self,
            String.self,
            Int.self
        )
        var found: [PastClass] = []
        for row in rows where found.last?.year.start != row.2 {
            found.append(
                PastClass(
                    id: row.0,
                    institution: row.1,
                    year: SchoolYear(row.2),
                    name: row.3,
                    shared: row.4
                )
            )
        }
        return found
    }
}
