import Access
package import Frame
package import Kernel

extension CommandDoor {
    /// Refuses whoever sits at the desk unless they may run the command; the refusal has the authoriser's reason.
    func admit(_ desk: Desk) throws(Refusal) {
        if standing == .machine, desk.asker.account.rawValue != 0 { throw Refusal.ofTheMachine(name) }
        guard !opens(at: desk) else { return }
        throw Refusal(
            .forbidden,
            Text(
                lv: "Komanda „sekme \(name)” nav atļauta: vajadzīgas tiesības „\(permission.words.lv)”.",
                en:
                    "The command “sekme \(name)” is not allowed: it needs the permission “\(permission.words.en)”."
            ),
            advice: Authoriser.decide(desk.asker, permission, .tenant, on: desk.today).why
        )
    }

    /// Refuses an account where a command is for the whole database: what an account may ends with its board.
    package func requireMachine(account: String?) throws(Refusal) {
        guard account == nil else { throw Refusal.ofTheMachine(name) }
    }

    private func opens(at desk: Desk) -> Bool {
        switch scope {
        case .open: true
        case .anywhere:
            desk.asker.mayAnywhere(permission, on: desk.today)
        case .own, .tenant, .institution, .classGroup, .pupil:
            desk.asker.may(permission, in: .tenant, on: desk.today)
        }
    }
}

extension Refusal {
    fileprivate static func ofTheMachine(_ name: String) -> Refusal {
        Refusal(
            .forbidden,
            Text(
                lv: "Komandu „sekme \(name)” izpilda servera uzturētājs, nevis konts.",
                en: "The command “sekme \(name)” is for whoever keeps the server, not for an account."
            ),
            advice: Text(
                lv: "Izpildiet to bez --as. Tā attiecas uz visu datubāzi.",
                en: "Run it without --as. It is about the whole database."
            )
        )
    }
}
