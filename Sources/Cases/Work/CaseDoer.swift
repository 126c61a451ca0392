internal import Frame
internal import Kernel
internal import Storage

/// Somebody who may be given a task of a case, as they see it: its owner and those who take part.
struct CaseDoer: Hashable, Sendable {
    let account: AccountID
    let name: String
    let body: CaseBody

    /// Those of a case on a day, the owner first.
    static func all(of file: CaseFile, on day: Day, _ connection: Connection) throws -> [CaseDoer] {
        let owner = CaseDoer(account: file.owner, name: file.ownerName, body: .school)
        let members = try CaseMember.all(of: file.id, file.tenant, connection)
            .filter { $0.state == .accepted && !$0.isOver(on: day) && $0.account != file.owner }
            .map { CaseDoer(account: $0.account, name: $0.name, body: $0.body) }
        return [owner] + members
    }
}
