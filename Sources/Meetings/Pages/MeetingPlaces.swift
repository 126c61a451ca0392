internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// Who may hold meetings, out of what the reader leads.
enum MeetingPlaces {
    /// Institutions by name, the board first where the reader works for all of it.
    static func open(_ desk: Desk, _ connection: Connection) throws -> [(id: Int, name: Text)] {
        let reach = desk.asker.reach(.workCases, on: desk.today)
        guard reach.everything || !reach.institutions.isEmpty, desk.asker.viewing == nil else { return [] }
        let all = try RegistryLookup(tenant: desk.tenant, connection).institutions(reach)
            .filter { reach.everything || reach.institutions.contains(InstitutionID(rawValue: $0.id)) }
            .map { (id: $0.id, name: Text(same: $0.name)) }
        let board = (id: 0, name: Text(lv: "pašvaldība", en: "the municipality"))
        return (reach.everything ? [board] : []) + all
    }
}
