import Frame
import Kernel
import Pages
import Storage

/// What is late where one leads the work and has waited too long, for the home page; not what another line counts.
enum DateNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
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
