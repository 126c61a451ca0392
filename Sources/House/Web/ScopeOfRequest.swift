import Storage
import Frame
import Kernel
import Registry

/// The scope that a page's permission is asked for.
enum ScopeOfRequest {
    static func find(_ scope: PageScope, _ request: PageRequest, _ desk: Desk) async throws -> Scope {
        switch scope {
        case .open, .tenant, .anywhere: return .tenant
        case .own: return Scope(owner: desk.asker.account)
        case .institution:
            return Scope(institution: InstitutionID(rawValue: try request.number("institution")))
        case .classGroup:
            let id = ClassID(rawValue: try request.number("class"))
            return try await known(
                desk.database.data.read { try ScopeFinder(tenant: desk.tenant, $0).scope(of: id) }
            )
        case .pupil:
            let id = PupilID(rawValue: try request.number("pupil"))
            let today = desk.today
            return try await known(
                desk.database.data.read { try ScopeFinder(tenant: desk.tenant, $0).scope(of: id, on: today) }
            )
        }
    }

    /// A thing that is not there reads the same as one that the asker may not know of.
    private static func known(_ scope: Scope?) throws -> Scope {
        guard let scope else { throw Refusal.noSuchPage }
        return scope
    }
}
