package import Frame
package import Kernel
package import Storage

extension Places {
    /// What a scope is called for the asker of a desk.
    ///
    /// Accounts are kept by people who may see no pupil, and a role for one pupil would give the name away: who may not
    /// read pupils there is told the institution, and that it is one pupil.
    package func name(_ scope: Scope, for desk: Desk, _ connection: Connection) throws -> Text {
        guard scope.pupil != nil, !desk.asker.may(.readPupils, in: scope, on: desk.today) else {
            return try name(scope, tenant: desk.tenant, connection)
        }
        let somebody = Text(lv: "viens izglītojamais", en: "one pupil")
        guard let institution = scope.institution else { return somebody }
        let place = try name(Scope(institution: institution), tenant: desk.tenant, connection)
        return place + Text(same: ", ") + somebody
    }
}
