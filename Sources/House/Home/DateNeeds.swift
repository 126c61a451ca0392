import Frame
import Kernel
import Pages
import Storage

/// What is late of one's own, and where one leads the work and it has waited too long, for the home page; not what
/// another line counts.
enum DateNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        try own(desk, connection) + led(desk, connection)
    }

    /// A line for each kind that no other line of home tells of.
    private static func own(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let dues = try DueList.own(desk, ahead: -1, connection) { $0.kind.late != nil }
        return DueKind.allCases.compactMap { kind in
            guard let noun = kind.late else { return nil }
            return Matter.counted(
                dues.count { $0.kind == kind },
                noun,
                Text(lv: "Atvērt sarakstu", en: "Open the list"),
                DueFilter.late(of: kind),
                isLate: true
            )
        }
    }

    private static func led(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let (dues, rule) = try DueList.late(desk, connection) { !$0.hasOwnLine }
        let count = dues.count { $0.isPassedOn(rule, on: desk.today) }
        guard count > 0 else { return [] }
        var matter = Matter(
            count,
            Noun(
                lv: "darbs ar izglītojamajiem ilgi kavējas",
                "darbi ar izglītojamajiem ilgi kavējas",
                en: "thing in the work with pupils has long been late",
                "things in the work with pupils have long been late"
            )
        )
        matter.isLate = true
        matter.way = (Text(lv: "Apskatīt", en: "Look"), "/late")
        return [matter]
    }
}
