import Access
import Frame
import Kernel

/// Takes down a read that showed persons; the answer waits until the record is durable.
enum AuditOfPage {
    static func record(
        _ response: PageResponse,
        _ page: any Page,
        _ desk: Desk,
        scope: Scope,
        _ trail: AuditTrail
    ) async throws {
        switch response {
        case .page(let content) where !content.persons.isEmpty:
            try await trail.record(desk.event(.read, page.path, persons: content.persons, scope: scope))
        case .file(let file) where !file.persons.isEmpty:
            try await trail.record(desk.event(.export, page.path, persons: file.persons, scope: scope))
        default: break
        }
    }
}
