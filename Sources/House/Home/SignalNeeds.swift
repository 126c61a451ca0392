import Frame
import Kernel
import Pages
import Prevention
import Storage

/// Pupils with a sign of risk that nobody has looked at, for those who work with them.
enum SignalNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let year = SchoolYear(containing: desk.today)
        guard let count = try NewSignals.pupils(year, desk, connection), count > 0 else { return [] }
        var matter = Matter(
            count,
            Noun(
                lv: "izglītojamajam ir jauna riska pazīme",
                "izglītojamajiem ir jauna riska pazīme",
                en: "pupil has a new sign of risk",
                "pupils have a new sign of risk"
            )
        )
        matter.way = (Text(lv: "Atvērt sarakstu", en: "Open the list"), "/signals")
        return [matter]
    }
}
