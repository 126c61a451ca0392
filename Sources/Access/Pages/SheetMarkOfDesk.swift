package import Frame
package import Kernel
package import Pages
package import Storage

extension SheetMark {
    /// The mark of a sheet that whoever sits at a desk prints now.
    package init(_ desk: Desk, _ language: Language, holdsPersons: Bool, _ connection: Connection) throws {
        self.init(
            language,
            tenant: try Tenants.find(desk.tenant, connection)?.name ?? "",
            printed: Format(language).moment(desk.clock()),
            by: desk.asker.name,
            holdsPersons: holdsPersons
        )
    }
}
