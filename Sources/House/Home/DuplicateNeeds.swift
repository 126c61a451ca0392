import Frame
import Kernel
import Pages
import Registry
import Storage

/// Pupils who may be registered twice, for those who decide on it.
enum DuplicateNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        guard desk.asker.may(.mergePupils, in: .tenant, on: desk.today) else { return [] }
        let waiting = try PairStore(desk, connection).waiting()
        guard waiting > 0 else { return [] }
        var matter = Matter(
            waiting,
            Noun(
                lv: "izglītojamo pārī, iespējams, ir viens un tas pats cilvēks",
                "izglītojamo pāros, iespējams, ir viens un tas pats cilvēks",
                en: "pair of pupils may be one person",
                "pairs of pupils may be one person each"
            )
        )
        matter.way = (Text(lv: "Apskatīt", en: "Look"), "/duplicates")
        return [matter]
    }
}
