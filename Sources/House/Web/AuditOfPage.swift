import Access
import Frame
import Kernel

/// Takes down a read that showed persons; the answer waits until the record is durable.
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
            // Whoever reads of themselves reads of nobody.
            let staff = Set(content.staff).subtracting(desk.asker.staff.map { [$0] } ?? []).sorted()
            guard !content.persons.isEmpty || !staff.isEmpty || content.lines > 0 else { return }
            let what = content.record ?? what
            let told = staff.map { String($0.rawValue) }.joined(separator: ",")
            let lines = content.lines > 0 ? "\(what) rows \(content.lines)" : what
            // The list of staff stands last: that is where their own records are looked for.
            let read = staff.isEmpty ? lines : lines + AuditRecord.staffMark + told
            try await trail.record(desk.event(.read, read, persons: content.persons, scope: scope))
        case .file(let file) where !file.persons.isEmpty:
            try await trail.record(desk.event(.export, what, persons: file.persons, scope: scope))
        default: break
        }
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
