import Access
import Frame
import Kernel

/// Takes down a read that showed persons, a question about them, and a file with persons that leaves; the answer waits until the record is
/// durable.
enum AuditOfPage {
    static func record(
        _ response: PageResponse,
        _ page: any Page,
        _ request: PageRequest,
        _ desk: Desk,
        scope: Scope,
        _ trail: AuditTrail
    ) async throws {
        let what = address(page, request)
        switch response {
        case .page(let content):
            let staff = others(content.staff, desk)
            let showsPersons = !content.persons.isEmpty || !staff.isEmpty || content.lines > 0
            guard showsPersons || content.isRecorded else { return }
            let what = content.record ?? what
            let lines = content.lines > 0 ? "\(what) rows \(content.lines)" : what
            let read = told(lines, staff)
            try await trail.record(desk.event(.read, read, persons: content.persons, scope: scope))
        case .file(let file):
            let staff = others(file.staff, desk)
            guard !file.persons.isEmpty || !staff.isEmpty else { return }
            let taken = told(what, staff)
            try await trail.record(desk.event(.export, taken, persons: file.persons, scope: scope))
        default: break
        }
    }

    /// The members of staff without the asker: whoever reads of themselves reads of nobody.
    private static func others(_ staff: [StaffID], _ desk: Desk) -> [StaffID] {
        Set(staff).subtracting(desk.asker.staff.map { [$0] } ?? []).sorted()
    }

    /// What was read or taken, with the members of staff last: that is where their own records are looked for.
    private static func told(_ what: String, _ staff: [StaffID]) -> String {
        guard !staff.isEmpty else { return what }
        return what + AuditRecord.staffMark + staff.map { String($0.rawValue) }.joined(separator: ",")
    }

    /// The page's address with the report or measure that was asked for; ids stand in the record's scope.
    private static func address(_ page: any Page, _ request: PageRequest) -> String {
        let parts = page.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            let name = String(part.dropFirst())
            guard part.hasPrefix(":"), ["room", "report", "measure", "face"].contains(name) else {
                return String(part)
            }
            return request.parts[name] ?? String(part)
        }
        return parts.joined(separator: "/")
    }
}
